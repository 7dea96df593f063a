package dev.cairn.docker.form;

import dev.cairn.api.value.Value;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A restart policy: `no`, `always`, `unless-stopped`, `on-failure`, `on-failure:3`.
public enum Restart implements Form {
  POLICY;

  private static final String ON_FAILURE = "on-failure";

  @Override
  public Value normal(Value written) {
    return Known.text(written, text -> text.equals("on-failure:0") ? ON_FAILURE : text);
  }

  @Override
  public Value toApi(Value normal) {
    return Known.map(normal, value -> policy(String.valueOf(Known.scalar(value))));
  }

  private static Value policy(String text) {
    String[] parts = text.split(":", 2);
    long retries = parts.length > 1 ? Long.parseLong(parts[1]) : 0;
    return Value.Fields.of(
        Map.of("Name", Value.text(parts[0]), "MaximumRetryCount", new Value.Whole(retries)));
  }

  @Override
  public Optional<Value> fromApi(@Nullable Value api) {
    if (!(api instanceof Value.Fields policy)) {
      return Optional.empty();
    }
    String name = policy.text("Name").filter(text -> !text.isEmpty()).orElse("no");
    long retries = policy.whole("MaximumRetryCount").orElse(0L);
    return Optional.of(
        Value.text(name.equals(ON_FAILURE) && retries > 0 ? name + ":" + retries : name));
  }

  @Override
  public boolean understands(Value normal) {
    String text = Known.scalar(normal);
    return text != null && text.matches("no|always|unless-stopped|on-failure(:\\d{1,9})?");
  }
}
