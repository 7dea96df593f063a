package dev.cairn.core.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.OperationId;
import dev.cairn.api.address.Path;
import dev.cairn.api.address.Uid;
import dev.cairn.api.address.Ulid;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.event.Event;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.resource.ContentId;
import dev.cairn.api.resource.Lifecycle;
import dev.cairn.api.resource.Observed;
import dev.cairn.api.resource.Ownership;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.resource.Recorded;
import dev.cairn.api.resource.RemoteObject;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.schema.Compare;
import dev.cairn.api.value.Value;
import dev.cairn.core.provider.Sessions;
import dev.cairn.core.world.ManualTime;
import dev.cairn.core.world.Thing;
import dev.cairn.core.world.ThingType;
import dev.cairn.core.world.World;
import dev.cairn.core.world.WorldCatalog;
import dev.cairn.core.world.WorldProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefreshTest {
  private final ManualTime time = new ManualTime();
  private final World world = new World(time);
  private final WorldProvider provider = new WorldProvider(world, Repeat.SAFE);
  private final List<Event> events = new ArrayList<>();

  /// How the attributes of every resource are compared, where the stack says so.
  private Function<Address, SortedMap<Path, Compare>> modes = _ -> new TreeMap<>();

  private Recorded record(Duration age) {
    return record(
        age,
        new RemoteObject(
            RemoteObject.Role.CURRENT,
            "gone",
            scope("eu"),
            new OperationId("r", 0),
            Value.Fields.EMPTY,
            new TreeSet<>(),
            true));
  }

  private Recorded record(Duration age, RemoteObject object) {
    String run = Ulid.of(time.instant().minus(age).toEpochMilli(), new byte[10]);
    return new Recorded(
        Address.of("thing"),
        new Uid("01"),
        ThingType.NAME,
        3,
        List.of(object),
        new TreeSet<>(),
        Lifecycle.NONE,
        null,
        run,
        null);
  }

  private Reading read(Recorded record) {
    try (Sessions sessions = new Sessions(new WorldCatalog(provider), events::add)) {
      return new Refresh(sessions, time.time(), events::add, modes)
          .read(List.of(record), soFar -> Map.of())
          .get(record.address())
          .getFirst()
          .reading();
    }
  }

  @Test
  void whatWasMadeMinutesAgoIsAbsentOnlyAfterThreeReadsOverHalfAMinute() {
    var before = time.instant();
    assertThat(read(record(Duration.ofMinutes(4)))).isEqualTo(new Reading.Absent(3));
    assertThat(Duration.between(before, time.instant())).isEqualTo(Duration.ofSeconds(30));
    assertThat(events).hasSize(2);
  }

  @Test
  void whatIsOlderIsAbsentAtOnce() {
    var before = time.instant();
    assertThat(read(record(Duration.ofMinutes(6)))).isInstanceOf(Reading.Absent.class);
    assertThat(time.instant()).isEqualTo(before);
    assertThat(events).isEmpty();
  }

  /// Two scopes are two batches, and so read side by side.
  @Test
  void aDiagnosticOfAReadBesideOthersIsToldAsItIs() {
    Diagnostic trouble = Diagnostic.error("CRN9999", "something is wrong", "there");
    Event.Sink failing =
        _ -> {
          throw new DiagnosticException(trouble);
        };
    Recorded here = record(Duration.ofMinutes(4));
    Recorded there = at(here, Address.of("other"), "elsewhere");
    try (Sessions sessions = new Sessions(new WorldCatalog(provider), events::add)) {
      Refresh refresh = new Refresh(sessions, time.time(), failing, modes);
      assertThatThrownBy(() -> refresh.read(List.of(here, there), soFar -> Map.of()))
          .isInstanceOfSatisfying(
              DiagnosticException.class,
              told -> assertThat(told.diagnostics()).containsExactly(trouble));
    }
  }

  private Recorded on(String host, String name, String endpoint, String identity) {
    Value.Fields settings =
        Value.Fields.of("endpoint", Value.text(endpoint)).with("identity", Value.text(identity));
    Scope scope = new Scope(provider.name(), settings, null, Address.of(host));
    Recorded record = record(Duration.ofHours(1));
    return new Recorded(
        Address.of(name),
        record.uid(),
        record.type(),
        record.schemaVersion(),
        record.objects().stream().map(object -> object.in(scope)).toList(),
        record.dependsOn(),
        record.lifecycle(),
        record.placement(),
        record.run(),
        record.sourceCommit());
  }

  private SortedMap<Address, List<Observed>> onHost(String endpoint, String identity) {
    Recorded item = on("h", "item", "old", "one");
    Scope live = on("h", "h", endpoint, identity).objects().getFirst().scope();
    try (Sessions sessions = new Sessions(new WorldCatalog(provider), events::add)) {
      return new Refresh(sessions, time.time(), events::add, modes)
          .read(List.of(item), soFar -> Map.of(Address.of("h"), live));
    }
  }

  @Test
  void whatIsOnAHostIsLookedForWhereTheHostIsNow() {
    Observed item = onHost("new", "one").get(Address.of("item")).getFirst();

    assertThat(item.scope().settings().text("endpoint")).contains("new");
    assertThat(item.object().scope().settings().text("endpoint")).contains("old");
    assertThat(provider.opened()).containsExactly(item.scope());
  }

  @Test
  void whatWasOnAnotherMachineIsGoneWithoutAQuestion() {
    Observed item = onHost("new", "two").get(Address.of("item")).getFirst();

    assertThat(item.reading()).isInstanceOf(Reading.Absent.class);
    assertThat(provider.opened()).isEmpty();
  }

  @Test
  void objectsOfOneRecordAreInTheirOrderWhereverTheyAre() {
    Recorded item = on("h", "item", "old", "one");
    RemoteObject here = item.objects().getFirst();
    RemoteObject account = here.in(scope("eu"));
    Recorded both =
        new Recorded(
            item.address(),
            item.uid(),
            item.type(),
            item.schemaVersion(),
            List.of(here, account, here),
            item.dependsOn(),
            item.lifecycle(),
            item.placement(),
            item.run(),
            item.sourceCommit());
    try (Sessions sessions = new Sessions(new WorldCatalog(provider), events::add)) {
      assertThat(
              new Refresh(sessions, time.time(), events::add, modes)
                  .read(List.of(both), soFar -> Map.of())
                  .get(item.address()))
          .extracting(Observed::scope)
          .containsExactly(here.scope(), account.scope(), here.scope());
    }
  }

  private Scope scope(String region) {
    return new Scope(provider.name(), Value.Fields.of("region", Value.text(region)), null, null);
  }

  private Recorded at(Recorded record, Address address, String region) {
    return new Recorded(
        address,
        record.uid(),
        record.type(),
        record.schemaVersion(),
        record.objects().stream().map(object -> object.in(scope(region))).toList(),
        record.dependsOn(),
        record.lifecycle(),
        record.placement(),
        record.run(),
        record.sourceCommit());
  }

  @Test
  void whatNobodyManagesMakesNoPlanStale() {
    var before = digest(1, "one");

    assertThat(digest(2, "one")).isEqualTo(before);
    assertThat(digest(1, "two")).isNotEqualTo(before);
  }

  @Test
  void whatTheStackDoesNotCompareMakesNoPlanStale() {
    for (Compare mode : List.of(Compare.IGNORE, Compare.INITIAL)) {
      modes = _ -> new TreeMap<>(Map.of(Path.of("name"), mode));

      assertThat(digest(1, "two")).as("%s", mode).isEqualTo(digest(1, "one"));
    }
  }

  @Test
  void whatAModePassesOverMakesNoPlanStale() {
    Value ours = texts("a", "b");

    modes = _ -> new TreeMap<>(Map.of(Path.of("name"), Compare.SUPERSET));
    assertThat(digest(ours, texts("b", "x", "a"))).isEqualTo(digest(ours, ours));
    assertThat(digest(ours, texts("a", "x"))).isNotEqualTo(digest(ours, ours));

    modes = _ -> new TreeMap<>(Map.of(Path.of("name"), Compare.UNORDERED));
    assertThat(digest(ours, texts("b", "a"))).isEqualTo(digest(ours, ours));
    assertThat(digest(ours, texts("a", "b", "x"))).isNotEqualTo(digest(ours, ours));
  }

  private static Value texts(String... texts) {
    return new Value.Items(Stream.of(texts).<Value>map(Value::text).toList());
  }

  private ContentId digest(long size, String name) {
    return digest(size, Value.text(name), Value.text(name));
  }

  private ContentId digest(Value recorded, Value name) {
    return digest(1, recorded, name);
  }

  /// The digest of a thing whose name was set, and whose size was not.
  private ContentId digest(long size, Value recorded, Value name) {
    Value.Fields attributes =
        Value.Fields.of(Map.of("id", Value.text("t"), "name", name, "size", new Value.Whole(size)));
    world.put(
        new Thing(
            "t",
            attributes,
            new Ownership("l", "s/e", new Uid("01"), new OperationId("r", 0), "thing"),
            time.instant()));
    RemoteObject object =
        new RemoteObject(
            RemoteObject.Role.CURRENT,
            "t",
            scope("eu"),
            new OperationId("r", 0),
            attributes.with("name", recorded),
            new TreeSet<>(List.of(Path.of("name"))),
            true);
    Recorded record = record(Duration.ofHours(1), object);
    try (Sessions sessions = new Sessions(new WorldCatalog(provider), events::add)) {
      return new Refresh(sessions, time.time(), events::add, modes)
          .read(List.of(record), soFar -> Map.of())
          .get(record.address())
          .getFirst()
          .digest();
    }
  }
}
