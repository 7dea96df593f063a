package dev.cairn.docker.remote;

import dev.cairn.api.provider.Progress;
import dev.cairn.api.provider.Target;
import dev.cairn.api.value.Value;
import dev.cairn.docker.form.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a container has come to run: healthy where it has a health check, else up for a second
/// by the engine's own clock.
///
/// @param inspection the container now
record Run(Engine engine, Target target, Inspection inspection) {
  private static final Duration SETTLED = Duration.ofSeconds(1);
  private static final Duration AGAIN = Duration.ofMillis(300);

  /// So many restarts so soon are a loop.
  private static final long LOOP = 3;

  Progress progress(@Nullable Instant now) {
    Value.Fields state = state();
    return switch (state.text("Status").orElse("")) {
      case "running" -> health(state, now);
      case "created" -> pending("running", "created");
      case "restarting" ->
          inspection.inspected().whole("RestartCount").orElse(0L) >= LOOP
              ? broken("RestartLoop", "it ends again and again, last with exit code " + exit(state))
              : pending("running", "restarting");
      case "paused" -> broken("Paused", "it is paused");
      default -> broken("Exited", "it ended with exit code " + exit(state));
    };
  }

  private Progress health(Value.Fields state, @Nullable Instant now) {
    return switch (state.fields("Health").text("Status").orElse("none")) {
      case "none" -> settled(state, now);
      case "healthy" -> new Progress.Ready(inspection.attributes());
      case "unhealthy" -> broken("Unhealthy", "its health check fails" + lastCheck(state));
      case String status -> pending("healthy", status);
    };
  }

  private Progress settled(Value.Fields state, @Nullable Instant now) {
    Instant started = state.text("StartedAt").map(Listed::instant).orElse(null);
    boolean settled = now == null || started == null || !now.isBefore(started.plus(SETTLED));
    return settled
        ? new Progress.Ready(inspection.attributes())
        : pending("running for a second", "running");
  }

  private Value.Fields state() {
    return inspection.inspected().fields("State");
  }

  private static Progress pending(String awaited, String seen) {
    return new Progress.Pending(awaited, seen, AGAIN);
  }

  private static String exit(Value.Fields state) {
    return state.whole("ExitCode").orElse(-1L)
        + (state.flag("OOMKilled").orElse(false) ? " (out of memory)" : "")
        + state.text("Error").filter(text -> !text.isEmpty()).map(text -> ": " + text).orElse("");
  }

  private static String lastCheck(Value.Fields state) {
    return state.fields("Health").items("Log").reversed().stream()
        .findFirst()
        .map(Known::fields)
        .flatMap(check -> check.text("Output"))
        .filter(output -> !output.isBlank())
        .map(output -> ": " + output.strip())
        .orElse("");
  }

  private Progress broken(String code, String text) {
    Optional<String> logs = Logs.tail(engine, inspection.id());
    String words = text + logs.map(lines -> "; its last lines:\n" + lines).orElse("");
    String name = inspection.name();
    return new Progress.Broken(
        Failures.rejected(
            "docker:ContainerInspect",
            code,
            "container " + name + ": " + Failures.redacted(words, target.attributes())));
  }
}
