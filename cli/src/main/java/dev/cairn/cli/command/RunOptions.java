package dev.cairn.cli.command;

import dev.cairn.api.address.Address;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.cli.wiring.Workspace;
import dev.cairn.core.run.RunRequest;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/// The options that change what a plan does.
final class RunOptions {
  @Option(
      names = "--allow-unknown",
      paramLabel = "ADDRESS",
      description = "Go on although this resource cannot be read; it is left alone.")
  private List<String> allowUnknown = List.of();

  @Option(
      names = "--replace",
      paramLabel = "ADDRESS",
      description = "Replace this resource, needed or not.")
  private List<String> replace = List.of();

  @Option(
      names = "--update-lookups",
      paramLabel = "NAME",
      description = "Ask this lookup anew in place of its recorded answer.")
  private List<String> updateLookups = List.of();

  @Option(
      names = "--from-behind",
      paramLabel = "ADDRESS",
      description = "Change this resource although a newer commit was applied to it.")
  private List<String> fromBehind = List.of();

  @Option(names = "--dirty", description = "Apply stack files that are not committed; recorded.")
  private boolean dirty;

  RunRequest request(Workspace workspace, String environment, boolean destroy) {
    return new RunRequest(
        workspace.stack().stack(),
        environment,
        workspace.lineage(),
        destroy,
        addresses(allowUnknown),
        addresses(replace),
        addresses(updateLookups),
        addresses(fromBehind),
        dirty,
        List.of());
  }

  private static SortedSet<Address> addresses(List<String> texts) {
    SortedSet<Address> addresses = new TreeSet<>();
    texts.forEach(text -> addresses.add(address(text)));
    return addresses;
  }

  static Address address(String text) {
    try {
      return Address.parse(text);
    } catch (IllegalArgumentException e) {
      throw noAddress(e);
    }
  }

  static DiagnosticException noAddress(IllegalArgumentException e) {
    return new DiagnosticException(
        Diagnostic.error("CRN7008", "this is no address", String.valueOf(e.getMessage()))
            .suggest("write it as plans do: vpc, 'subnet[\"a\"]', edge.subnet[a]"));
  }
}
