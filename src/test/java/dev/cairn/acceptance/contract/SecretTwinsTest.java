package dev.cairn.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cairn.acceptance.contract.SecretTwins.Row;
import dev.cairn.api.schema.Home;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.api.value.Value;
import dev.cairn.cli.Main;
import dev.cairn.cli.invocation.Terminal;
import dev.cairn.codec.Json;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// A secret, wherever a text may be, is planned as the same text in clear would be.
final class SecretTwinsTest {
  @TempDir Path directory;

  /// What is planned of each resource: before anything is there, after it was applied, and after
  /// the text was changed.
  private record Planned(
      SortedMap<String, String> first,
      SortedMap<String, String> again,
      SortedMap<String, String> changed) {}

  @TestFactory
  Stream<DynamicTest> aSecretIsPlannedAsItsPlainTwin() {
    return Real.schemas().values().stream()
        .map(schema -> dynamicTest(schema.type().toString(), () -> twins(schema)));
  }

  private void twins(TypeSchema schema) throws IOException {
    List<Row> texts = valid(schema);
    List<Row> rows = taken(texts, true, false);
    assertThat(texts).isNotEmpty();
    if (schema.home() == Home.SELF) {
      assertThat(rows)
          .as("secrets in what says where objects are")
          .allMatch(row -> row.form().startsWith("labels: "));
    } else {
      assertThat(texts.stream().filter(row -> !rows.contains(row)).map(Row::form))
          .as("what a secret may not be")
          .allMatch(form -> form.startsWith("ports: ") || form.startsWith("volumes: "));
    }
    Planned plain = lived("plain", rows, false);
    assertThat(plain.again()).as("of the texts in clear").isEmpty();
    Planned secret = lived("secret", rows, true);
    assertThat(others(rows, secret.first(), plain.first())).isEmpty();
    assertThat(others(rows, secret.again(), plain.again())).isEmpty();
    assertThat(others(rows, secret.changed(), plain.changed())).isEmpty();
  }

  /// No file but the stack has a secret in it.
  private static void kept(Path repository) throws IOException {
    try (Stream<Path> files = Files.walk(repository)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("stack.yaml")) {
          assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
              .as(file.toString())
              .doesNotContain(SecretTwins.TEXTS);
        }
      }
    }
  }

  private static List<String> others(
      List<Row> rows, Map<String, String> secret, Map<String, String> plain) {
    return rows.stream()
        .filter(row -> !Objects.equals(secret.get(row.name()), plain.get(row.name())))
        .map(row -> row.line() + secret.get(row.name()) + " | " + plain.get(row.name()) + "\n")
        .toList();
  }

  private Planned lived(String place, List<Row> rows, boolean sensitive) throws IOException {
    Path repository = place(place);
    write(repository, rows, sensitive, false);
    Said applied = cairn(repository, "apply", "--simulate", "--yes", "--json");
    assertThat(applied.code()).as(applied.err()).isZero();
    final SortedMap<String, String> first = planned(view(applied).fields("plan"));
    Said kept = cairn(repository, "plan", "--simulate", "--json", "--out", "plan.json");
    assertThat(kept.code()).as(kept.err()).isZero();
    if (sensitive) {
      assertThat(applied.out() + applied.err() + kept.out() + kept.err())
          .doesNotContain(SecretTwins.TEXTS);
      kept(repository);
    }
    write(repository, rows, sensitive, true);
    Said changed = cairn(repository, "plan", "--simulate", "--json");
    assertThat(changed.code()).as(changed.err()).isZero();
    return new Planned(first, planned(view(kept)), planned(view(changed)));
  }

  /// A row for each form that a stack takes with some text and with another one, in clear.
  private List<Row> valid(TypeSchema schema) throws IOException {
    SortedMap<String, Row> valid = new TreeMap<>();
    for (SecretTwins.Words words : SecretTwins.WORDS) {
      List<Row> untried =
          SecretTwins.of(schema, words).stream()
              .filter(row -> !valid.containsKey(row.form()))
              .toList();
      taken(taken(untried, false, false), false, true).forEach(row -> valid.put(row.form(), row));
    }
    return List.copyOf(valid.values());
  }

  private List<Row> taken(List<Row> rows, boolean sensitive, boolean changed) throws IOException {
    List<Row> left = rows;
    Path place = place("valid");
    Set<String> wrong = Set.of("");
    while (!wrong.isEmpty() && !left.isEmpty()) {
      write(place, left, sensitive, changed);
      wrong = wrong(place);
      Set<String> now = wrong;
      int before = left.size();
      left = left.stream().filter(row -> row.line().lines().noneMatch(now::contains)).toList();
      assertThat(now.isEmpty() || left.size() < before).as(now.toString()).isTrue();
    }
    return left;
  }

  /// The lines in which something is wrong.
  private static Set<String> wrong(Path place) throws IOException {
    List<String> lines = Files.readAllLines(place.resolve("stack.yaml"));
    Set<String> wrong = new TreeSet<>();
    for (Value one : view(cairn(place, "validate", "--json")).items("diagnostics")) {
      long line = ((Value.Fields) one).fields("range").whole("line").orElse(0L);
      assertThat(line).as(one.toString()).isPositive();
      wrong.add(lines.get((int) line - 1));
    }
    return wrong;
  }

  private int places;

  private Path place(String name) throws IOException {
    return Files.createDirectories(directory.resolve(name + places++));
  }

  private static void write(Path place, List<Row> rows, boolean sensitive, boolean changed)
      throws IOException {
    String lines = rows.stream().map(Row::line).collect(Collectors.joining());
    Files.writeString(
        place.resolve("stack.yaml"), SecretTwins.variables(sensitive, changed) + lines);
  }

  private static SortedMap<String, String> planned(Value.Fields plan) {
    SortedMap<String, String> planned = new TreeMap<>();
    for (Value one : plan.items("changes")) {
      Value.Fields change = (Value.Fields) one;
      String paths =
          change.items("differences").stream()
              .map(each -> ((Value.Fields) each).text("path").orElseThrow())
              .collect(Collectors.joining(" "));
      String kinds =
          change.items("reasons").stream()
              .map(each -> ((Value.Fields) each).text("kind").orElseThrow())
              .collect(Collectors.joining(" "));
      planned.put(
          change.text("address").orElseThrow(),
          change.text("action").orElseThrow() + " " + paths + " " + kinds);
    }
    return planned;
  }

  private static Value.Fields view(Said said) {
    assertThat(said.out()).as(said.err()).isNotEmpty();
    return (Value.Fields) Json.read(said.out());
  }

  private record Said(int code, String out, String err) {}

  private static Said cairn(Path place, String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream noted = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("-C", place.toString()));
    arguments.addAll(List.of(words));
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(noted, true, StandardCharsets.UTF_8)) {
      BufferedReader nobody = new BufferedReader(Reader.nullReader());
      int code = Main.run(arguments, new Terminal(out, err, nobody, Map.of(), "", 120));
      return new Said(
          code, said.toString(StandardCharsets.UTF_8), noted.toString(StandardCharsets.UTF_8));
    }
  }
}
