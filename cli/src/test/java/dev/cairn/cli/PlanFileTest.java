package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.plan.Plan;
import dev.cairn.api.value.Value;
import dev.cairn.cli.invocation.ExitCode;
import dev.cairn.codec.Digests;
import dev.cairn.codec.Hmac;
import dev.cairn.codec.Json;
import dev.cairn.codec.PlanDigest;
import dev.cairn.codec.PlanFormat;
import dev.cairn.codec.Seal;
import dev.cairn.state.DigestKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A plan file cannot show one thing and do another.
class PlanFileTest {
  private static final String BEFORE =
      """
      stack: small
      providers:
        aws: { region: eu-central-1 }
      resources:
        host: { type: docker.host, endpoint: "unix:///d.sock" }
        moved: { type: docker.network, host: "${host}", name: one }
        old: { type: aws.vpc, cidrBlock: 10.2.0.0/16 }
        vpc:
          type: aws.vpc
          cidrBlock: 10.0.0.0/16
          tags: { Name: small, Key: "${secret('env:PASSWORD')}" }
      outputs:
        vpcId: ${vpc.id}
      """;
  private static final String AFTER =
      BEFORE
              .replace("name: one", "name: two")
              .replace("Name: small", "Name: other")
              .replace("  old: { type: aws.vpc, cidrBlock: 10.2.0.0/16 }\n", "")
              .replace(
                  "outputs:\n",
                  "  subnet: { type: aws.subnet, vpcId: \"${vpc.id}\", cidrBlock: 10.0.1.0/24 }\n"
                      + "outputs:\n")
          + "  more: ${moved.name}\n";

  @TempDir Path directory;
  private Path before;
  private Value.Fields plan = Value.Fields.EMPTY;

  @BeforeEach
  void aPlanFile() throws IOException {
    before = Files.createDirectory(directory.resolve("before"));
    Files.writeString(before.resolve("stack.yaml"), BEFORE);
    CommandLineRun first = Simulated.in(before, "apply", "--yes");
    assertThat(first.exit()).as(first.err()).isZero();
    Files.writeString(before.resolve("stack.yaml"), AFTER);
    CommandLineRun planned = Simulated.in(before, "plan", "--out", before.resolve("p").toString());
    assertThat(planned.exit()).as(planned.err()).isZero();
    plan = (Value.Fields) Json.read(Files.readString(before.resolve("p")));
  }

  /// But for the lines of files, which no digest covers.
  @Test
  void aPlanFileIsShownAsThePlanWas() throws IOException {
    CommandLineRun planned = Simulated.in(before, "plan");
    CommandLineRun applied =
        Simulated.in(before, "apply", "--plan", before.resolve("p").toString(), "--yes");

    assertThat(applied.exit()).as(applied.err()).isZero();
    assertThat(applied.out()).startsWith(planned.out().replaceAll(" at [a-z.]+:\\d+", ""));
  }

  @Test
  void whatIsOnlyShownIsNotInAPlanFile() {
    assertThat(plan.fields().keySet())
        .containsExactlyInAnyOrder(
            "approval", "checksum", "formatVersion", "header", "reads", "steps");
  }

  /// Which plans are let in is asked of the two that decide it, the reader and the digest; what an
  /// apply does with a plan is tried for each that is let in, and for some of the others.
  @Test
  void anEditOfAnyFieldIsRefusedOrChangesNeitherWhatIsShownNorWhatIsDone() throws IOException {
    Optional<Hmac> key =
        DigestKey.read(DigestKey.in(before.resolve(".cairn").resolve("simulated")));
    PlanFormat format = new PlanFormat(Seal.by(key));
    String done = done(plan);
    Plan planned = format.read(Json.pretty(plan), "p");
    Map<String, Value> edits = edits("", plan.without("checksum").without("formatVersion"));
    assertThat(edits).hasSizeGreaterThan(150);
    List<String> wrong = new ArrayList<>();
    Set<String> tried = new TreeSet<>();
    int shut = 0;
    for (Map.Entry<String, Value> edit : edits.entrySet()) {
      Value.Fields edited = signed((Value.Fields) edit.getValue());
      Optional<Plan> read = read(format, edited).filter(other -> approved(other, key));
      if (read.equals(Optional.of(planned))
          || (read.isEmpty() ? shut++ % 60 != 0 : !tried.add(kind(edit.getKey())))) {
        continue;
      }
      String found = done(edited);
      if (!found.equals("refused") && !(read.isPresent() && found.equals(done))) {
        wrong.add(edit.getKey() + ": " + found);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(shut).as("edits that are not let in").isBetween(300, edits.size() - 50);
  }

  /// A field's name, whichever resource or attribute a position is of.
  private static String kind(String field) {
    return field.replaceAll("/(origins|reads)([-/])[^-/]+", "/$1$2*");
  }

  private static Optional<Plan> read(PlanFormat format, Value.Fields edited) {
    try {
      return Optional.of(format.read(Json.pretty(edited), "p"));
    } catch (DiagnosticException damaged) {
      assertThat(damaged.diagnostics()).extracting(Diagnostic::code).containsExactly("CRN4004");
      return Optional.empty();
    }
  }

  private static boolean approved(Plan plan, Optional<Hmac> key) {
    return PlanDigest.of(plan, key).equals(plan.approval());
  }

  /// What an apply of the plan shows and leaves, or that it is refused.
  private String done(Value.Fields kept) throws IOException {
    Path there = fresh == null ? copy() : fresh;
    fresh = null;
    Path file = there.resolve("p");
    Files.writeString(file, Json.pretty(kept));
    CommandLineRun run = Simulated.in(there, "apply", "--plan", file.toString(), "--yes");
    if (run.exit() != ExitCode.DONE) {
      boolean stale = run.exit() == ExitCode.STALE;
      boolean damaged = run.err().contains("CRN4004") || run.err().contains("CRN3033");
      boolean silent = run.out().isEmpty() || run.out().equals("Nothing was changed.\n");
      if (!silent || !(stale || damaged)) {
        return run.exit() + run.out() + run.err();
      }
      fresh = there;
      return "refused";
    }
    StringBuilder left = new StringBuilder(run.out());
    for (String name : List.of("host", "moved", "old", "vpc", "subnet")) {
      left.append(Simulated.in(there, "state", "show", name, "--json").out());
    }
    return left.toString()
        .replaceAll("[0-9A-HJKMNP-TV-Z]{26}", "ULID")
        .replaceAll("[0-9a-f]{12,}", "ID");
  }

  private static Value.Fields signed(Value.Fields content) {
    String checksum = "sha256:" + Digests.ofText(Json.canonical(content)).sha256();
    return content.with("checksum", Value.text(checksum)).with("formatVersion", new Value.Whole(1));
  }

  /// The value with one edit, for each field that there is, by its name. Fields that several
  /// elements of a list have are one, where those are of one kind.
  private static Map<String, Value> edits(String name, Value value) {
    Map<String, Value> edits = new LinkedHashMap<>();
    switch (value) {
      case Value.Text(String text) ->
          edits.put(name, Value.text(text.equals("2") ? "3" : text + 2));
      case Value.Whole(long number) -> edits.put(name, new Value.Whole(number + 1));
      case Value.Flag(boolean on) -> edits.put(name, new Value.Flag(!on));
      case Value.Fields fields ->
          fields
              .fields()
              .forEach((key, field) -> {
                edits.put(name + "-" + key, fields.without(key));
                edits(name + "/" + key, field)
                    .forEach((at, edit) -> edits.putIfAbsent(at, fields.with(key, edit)));
              });
      case Value.Items(List<Value> items) -> {
        for (int i = 0; i < items.size(); i++) {
          int at = i;
          String kind = items.get(i) instanceof Value.Fields map ? map.text("kind").orElse("") : "";
          edits.putIfAbsent(name + "-[" + kind + "]", with(items, at, null));
          edits(name + "[" + kind + "]", items.get(at))
              .forEach((field, edit) -> edits.putIfAbsent(field, with(items, at, edit)));
        }
      }
      case Value _ -> {}
    }
    return edits;
  }

  private static Value with(List<Value> items, int at, @Nullable Value edit) {
    List<Value> others = new ArrayList<>(items);
    others.remove(at);
    if (edit != null) {
      others.add(at, edit);
    }
    return new Value.Items(others);
  }

  private int copies;

  /// A copy in which nothing was changed.
  private @Nullable Path fresh;

  private Path copy() throws IOException {
    Path to = directory.resolve("copy" + copies++);
    try (Stream<Path> files = Files.walk(before)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(before.relativize(file).toString()));
      }
    }
    return to;
  }
}
