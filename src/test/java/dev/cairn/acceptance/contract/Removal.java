package dev.cairn.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.parts.Shell;
import dev.cairn.api.value.Value;
import dev.cairn.codec.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Applies a stack, removes the line of each attribute of a type from it, and applies again: every
/// removal is a change or a release, never silence, and then there is nothing more to do.
final class Removal {
  private final Consumer<String> writing;
  private final Function<List<String>, Shell.Result> running;
  private Shell.Result last = new Shell.Result(0, "", "");

  /// @param writing makes a text the stack
  /// @param running runs a command of cairn
  Removal(Consumer<String> writing, Function<List<String>, Shell.Result> running) {
    this.writing = writing;
    this.running = running;
  }

  void of(List<RemovedLines> all) {
    writing.accept(RemovedLines.yaml(all, true));
    assertThat(cairn("apply", "--yes")).as(this::said).isZero();
    assertThat(cairn("plan", "--detailed-exitcode")).as(this::said).isZero();
    writing.accept(RemovedLines.yaml(all, false));
    assertThat(cairn("plan", "--json")).as(this::said).isZero();
    List<Value> changes =
        ((Value.Fields) Json.read(last.out().getBytes(StandardCharsets.UTF_8))).items("changes");
    assertThat(all)
        .allSatisfy(lines ->
            assertThat(lines.lines().keySet())
                .allSatisfy(path ->
                    assertThat(changes)
                        .as(lines.name(path))
                        .anyMatch(change -> says(change, lines.name(path), path))));
    assertThat(cairn("apply", "--yes", "--accept-data-loss", "*")).as(this::said).isZero();
    assertThat(cairn("plan", "--detailed-exitcode")).as(this::said).isZero();
  }

  void destroy() {
    assertThat(cairn("destroy", "--yes", "--accept-data-loss", "*")).as(this::said).isZero();
  }

  /// Whether a change has the removed attribute as its reason. Below it, the normal form may have
  /// another path: `disable` of a health check is a test.
  private static boolean says(Value change, String address, String path) {
    Value.Fields fields = (Value.Fields) change;
    return fields.text("address").orElse("").equals(address)
        && fields.items("reasons").stream()
            .map(reason -> ((Value.Fields) reason).text("path").orElse("").split("[.\\[]", 2)[0])
            .anyMatch(path.split("[.\\[]", 2)[0]::equals);
  }

  private int cairn(String command, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of(options));
    last = running.apply(arguments);
    return last.exit();
  }

  private String said() {
    return last.out() + last.err();
  }
}
