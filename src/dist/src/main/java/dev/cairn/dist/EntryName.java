package dev.cairn.dist;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where an entry of a jar goes in a merged one.
///
/// @param place its new name; empty where it is left out
/// @param version of a multi-release entry; 0 for any other
record EntryName(Optional<String> place, int version) {
  private static final Pattern RELEASE = Pattern.compile("META-INF/versions/([0-9]+)/(.+)");
  private static final Pattern LEGAL =
      Pattern.compile("(META-INF/)?(LICEN[CS]E|NOTICE|COPYING|AL2\\.0|LGPL2\\.1)[^/]*");

  /// The newest release whose entries are used.
  private static final int RUNS_ON = 25;

  static EntryName of(String name, Path jar) {
    Matcher release = RELEASE.matcher(name);
    if (release.matches()) {
      int version = Integer.parseInt(release.group(1));
      boolean used = version <= RUNS_ON && !dropped(release.group(2));
      return new EntryName(used ? Optional.of(release.group(2)) : Optional.empty(), version);
    }
    if (LEGAL.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
      String file = name.substring(name.lastIndexOf('/') + 1);
      return new EntryName(
          Optional.of("META-INF/third-party/" + jar.getFileName() + "/" + file), 0);
    }
    return new EntryName(dropped(name) ? Optional.empty() : Optional.of(name), 0);
  }

  private static boolean dropped(String name) {
    return name.endsWith("module-info.class")
        || name.equals("META-INF/MANIFEST.MF")
        || name.equals("META-INF/INDEX.LIST")
        || name.startsWith("META-INF/maven/")
        || name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
  }
}
