package dev.cairn.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.ResourceType;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.core.stack.Stack;
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
import org.junit.jupiter.api.io.TempDir;

/// For every generated stack and every generated edit of it, the apply of the plan succeeds and the
/// plan after it is empty, or the plan was refused.
///
/// `-Dcairn.edits=N` tries so many, `-Dcairn.edit=SEED` one, and tells all of it.
final class GeneratedEditsTest {
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
    int cases = Integer.getInteger("cairn.edits", 200);
    EditTally tally = new EditTally();
    LongStream seeds = one.map(LongStream::of).orElse(LongStream.range(0, cases));
    long start = System.nanoTime();
    seeds.forEach(seed -> live(seed, tally));
    System.out.println(tally.summary(System.nanoTime() - start));
    assertThat(tally.surprises()).as(tally.told()).isEmpty();
  }

  private void live(long seed, EditTally tally) {
    loaded.clear();
    SortedMap<TypeName, TypeSchema> types = types(seed);
    GeneratedStack before = StackGenerator.stack(types, PURE, seed, 6 + (int) (seed % 7));
    Optional<GeneratedStack> after =
        valid(before).isEmpty()
            ? Optional.empty()
            : StackEdits.edited(before, types, PURE, seed, edited -> valid(edited).isPresent());
    after.ifPresentOrElse(
        edited -> tally.add(seed, before, edited, life(seed, before, edited)),
        () -> tally.invalid(seed));
  }

  private EditedLife life(long seed, GeneratedStack before, GeneratedStack after) {
    try (SimulatedSite site = new SimulatedSite(seed)) {
      return EditedLife.of(site, valid(before).orElseThrow(), valid(after).orElseThrow());
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
