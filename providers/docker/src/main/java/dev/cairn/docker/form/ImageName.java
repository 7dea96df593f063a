package dev.cairn.docker.form;

import dev.cairn.api.value.Value;

/// The one spelling of an image's name, as engines resolve it: without the registry that is there
/// where none is named, and with the tag that they take where none is.
public final class ImageName {
  private static final String HUB = "(index\\.)?docker\\.io/";
  private static final String OFFICIAL = "library/";
  private static final String ID = "sha256:";

  private ImageName() {}

  public static Value of(Value written) {
    return Known.text(written, ImageName::normal);
  }

  /// @param written a name, with or without tag or digest, or an id, whole or short
  static String normal(String written) {
    if (isWholeId(written)) {
      return written.startsWith(ID) ? written : ID + written;
    }
    String name = here(written);
    boolean exact = name.contains("@") || name.indexOf(':', name.lastIndexOf('/') + 1) >= 0;
    // a name may look like a short id: engines try both
    return exact || name.matches("[0-9a-f]{12,63}") ? name : name + ":latest";
  }

  /// Whether a name is the whole id of an image.
  public static boolean isWholeId(String name) {
    return name.startsWith(ID) || name.matches("[0-9a-f]{64}");
  }

  /// Whether a name is an id, whole or short, of the image with this whole one.
  public static boolean isId(String name, String id) {
    String digits = name.startsWith(ID) ? name.substring(ID.length()) : name;
    return digits.matches("[0-9a-f]{12,64}") && id.startsWith(ID + digits);
  }

  private static String here(String written) {
    String name = written.replaceFirst("^" + HUB, "");
    if (!name.equals(written) && registry(name)) {
      return written;
    }
    return name.startsWith(OFFICIAL) && name.indexOf('/', OFFICIAL.length()) < 0
        ? name.substring(OFFICIAL.length())
        : name;
  }

  /// Whether the first part of a name would be taken for a registry.
  private static boolean registry(String name) {
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    return first.contains(".") || first.contains(":") || first.equals("localhost");
  }
}
