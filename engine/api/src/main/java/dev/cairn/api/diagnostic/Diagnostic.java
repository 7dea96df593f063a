package dev.cairn.api.diagnostic;

import dev.cairn.api.address.Address;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A problem, its place, its reason and the way out.
///
/// @param code `CRN` and four digits
/// @param summary what is wrong, without any user data, so that it can be searched for
/// @param detail the reason, with the names and values concerned; empty where the summary says it
///   all
/// @param suggestions what to do, most likely first
public record Diagnostic(
    String code,
    Severity severity,
    String summary,
    String detail,
    @Nullable Address address,
    @Nullable SourceRange range,
    List<String> suggestions) {
  public Diagnostic {
    if (!code.matches("CRN[0-9]{4}")) {
      throw new IllegalArgumentException("not a diagnostic code: " + code);
    }
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(detail, "detail");
    suggestions = List.copyOf(suggestions);
  }

  public static Diagnostic error(String code, String summary, String detail) {
    return new Diagnostic(code, Severity.ERROR, summary, detail, null, null, List.of());
  }

  public static Diagnostic warning(String code, String summary, String detail) {
    return new Diagnostic(code, Severity.WARNING, summary, detail, null, null, List.of());
  }

  public static Diagnostic notice(String code, String summary, String detail) {
    return new Diagnostic(code, Severity.NOTICE, summary, detail, null, null, List.of());
  }

  public Diagnostic at(@Nullable SourceRange place) {
    return new Diagnostic(code, severity, summary, detail, address, place, suggestions);
  }

  public Diagnostic of(@Nullable Address resource) {
    return new Diagnostic(code, severity, summary, detail, resource, range, suggestions);
  }

  public Diagnostic suggest(String... ways) {
    return new Diagnostic(code, severity, summary, detail, address, range, List.of(ways));
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
