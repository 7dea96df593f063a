package dev.cairn.aws.session;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Action;
import dev.cairn.api.plan.Call;
import dev.cairn.api.provider.Answer;
import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.Progress;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Session;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.resource.Scope;
import dev.cairn.api.value.Value;
import dev.cairn.aws.lookup.AwsLookup;
import dev.cairn.aws.lookup.CallerIdentity;
import dev.cairn.aws.type.AwsType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;

/// One account and region. What is asked for by type goes to the classes beside this one.
public final class AwsSession implements Session {
  private final SortedMap<TypeName, AwsType> types;
  private final SortedMap<TypeName, AwsLookup> lookups;
  private final Clients clients;
  private final Reader reader;
  private final Sender sender;
  private final Prober prober;

  public AwsSession(Map<TypeName, AwsType> types, Map<TypeName, AwsLookup> lookups, Scope scope) {
    this.types = new TreeMap<>(types);
    this.lookups = new TreeMap<>(lookups);
    this.clients = new Clients(scope);
    this.reader = new Reader(new Reads(clients));
    this.sender = new Sender(clients, reader);
    this.prober = new Prober(reader, sender);
  }

  @Override
  public Answer identity() {
    return lookup(CallerIdentity.NAME, Value.Fields.EMPTY);
  }

  @Override
  public List<Reading> readMany(TypeName type, List<ReadRequest> requests) {
    return new TypeReader(reader, known(type)).readMany(requests);
  }

  @Override
  public Listing findByOwnership(TypeName type, OwnershipQuery query) {
    AwsType known = known(type);
    return known.tagged()
        ? search(known, Searches.byOwnership(query))
        : new Listing.Complete(List.of());
  }

  @Override
  public Listing findByNaturalKey(TypeName type, Value.Fields key) {
    AwsType known = known(type);
    return switch (search(known, Searches.byAttributes(known, key))) {
      case Listing.Complete(List<Listing.Found> found) ->
          new Listing.Complete(
              found.stream().filter(f -> Searches.matches(f.attributes(), key)).toList());
      case Listing.Unanswered unanswered -> unanswered;
    };
  }

  private Listing search(AwsType type, Value.Fields arguments) {
    try {
      return new Listing.Complete(new TypeReader(reader, type).search(arguments));
    } catch (SdkException e) {
      return new Listing.Unanswered(Failures.of(type.source().call(), e));
    }
  }

  @Override
  public Answer lookup(TypeName type, Value.Fields arguments) {
    AwsLookup lookup =
        Optional.ofNullable(lookups.get(type))
            .orElseThrow(() -> new IllegalArgumentException("no lookup " + type));
    try {
      return lookup.answer(reader.ask(lookup.call(), lookup.request(arguments)), arguments);
    } catch (SdkException e) {
      return new Answer.Withheld(Failures.of(lookup.call(), e));
    }
  }

  @Override
  public Reply send(TypeName type, Call call, Target target) {
    return sender.send(known(type), call, target);
  }

  @Override
  public Progress probe(TypeName type, Action action, Target target) {
    return prober.probe(known(type), action, target);
  }

  private AwsType known(TypeName type) {
    return Optional.ofNullable(types.get(type))
        .orElseThrow(() -> new IllegalArgumentException("no type " + type));
  }

  @Override
  public void close() {
    clients.close();
  }
}
