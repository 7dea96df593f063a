package dev.cairn.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.core.stack.Stack;
import dev.cairn.testkit.EditedStack;
import dev.cairn.testkit.GeneratedStack;
import dev.cairn.testkit.StackEdits;
import dev.cairn.testkit.StackGenerator;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// For every generated stack and every generated edit of it, the apply of the plan succeeds and the
/// plan after it is empty, or the plan was refused.
///
/// `-Dcairn.edits=N` tries so many, `-Dcairn.edit=SEED` one, and tells the smallest stack and edit
/// that end the same way.
final class GeneratedEditsTest {
  private static final int MANY = 200;
  private static final List<List<String>> SYSTEMS =
      List.of(
          List.of(
              "aws.vpc",
              "aws.subnet",
              "aws.routeTable",
              "aws.internetGateway",
              "aws.networkInterface",
              "aws.securityGroup"),
          List.of(
              "aws.vpc",
              "aws.subnet",
              "aws.securityGroup",
              "aws.launchTemplate",
              "aws.autoscalingGroup",
              "aws.autoscalingTags"),
          List.of("docker.host", "docker.network", "docker.volume", "docker.container"),
          List.of("docker.host", "docker.network", "docker.container", "docker.image"),
          List.of());

  private static final Map<TypeName, ResourceType> PURE =
      Stream.of(Real.AWS, Real.DOCKER)
          .flatMap(provider -> provider.types().stream())
          .collect(Collectors.toMap(ResourceType::name, type -> type));

  private static final SortedMap<TypeName, TypeSchema> SCHEMAS = Real.schemas();

  @TempDir Path directory;
  private final Map<GeneratedStack, Optional<Stack>> loaded = new HashMap<>();

  @Test
  void everyEditIsAppliedOrRefused() {
    Optional<Long> one = Optional.ofNullable(Long.getLong("cairn.edit"));
    int cases = Integer.getInteger("cairn.edits", MANY);
    EditTally tally = new EditTally();
    LongStream seeds = one.map(LongStream::of).orElse(LongStream.range(0, cases));
    long start = System.nanoTime();
    seeds.forEach(seed ->
        edited(seed)
            .ifPresentOrElse(
                edited -> tally.add(seed, edited, life(seed, edited)), () -> tally.invalid(seed)));
    System.out.println(tally.summary(System.nanoTime() - start));
    assertThat(tally.surprises()).as(tally.told()).isEmpty();
    if (one.isEmpty() && cases >= MANY) {
      assertThat(tally.vanished()).as("known kinds that no edit met").isEmpty();
    }
  }

  /// A failure of one seed, as small as it can be.
  @Test
  @EnabledIfSystemProperty(named = "cairn.edit", matches = "\\d+")
  void oneEditIsMadeSmall() {
    long seed = Long.getLong("cairn.edit");
    EditedStack edited = edited(seed).orElseThrow();
    EditedLife life = life(seed, edited);
    EditedStack small = edited.smallest(one -> life(seed, one).like(life));
    System.out.println(EditTally.told(seed, small, life(seed, small)));
  }

  private Optional<EditedStack> edited(long seed) {
    loaded.clear();
    SortedMap<TypeName, TypeSchema> types = types(seed);
    GeneratedStack before = StackGenerator.stack(types, PURE, seed, 6 + (int) (seed % 7));
    return valid(before).isEmpty()
        ? Optional.empty()
        : StackEdits.edited(before, types, PURE, seed, edited -> valid(edited).isPresent())
            .map(after -> new EditedStack(before, after));
  }

  private EditedLife life(long seed, EditedStack edited) {
    Optional<Stack> before = valid(edited.before());
    Optional<Stack> after = valid(edited.after());
    if (before.isEmpty() || after.isEmpty()) {
      return EditedLife.NONE;
    }
    try (SimulatedSite site = new SimulatedSite(seed)) {
      return EditedLife.of(site, before.get(), after.get());
    }
  }

  private Optional<Stack> valid(GeneratedStack stack) {
    return loaded.computeIfAbsent(
        stack, one -> SimulatedSite.valid(directory.resolve("stack.yaml"), one.yaml()));
  }

  private static SortedMap<TypeName, TypeSchema> types(long seed) {
    List<String> system = SYSTEMS.get((int) (seed % SYSTEMS.size()));
    if (system.isEmpty()) {
      return SCHEMAS;
    }
    SortedMap<TypeName, TypeSchema> types = new TreeMap<>(SCHEMAS);
    types.keySet().removeIf(type -> !system.contains(type.toString()));
    return types;
  }
}
