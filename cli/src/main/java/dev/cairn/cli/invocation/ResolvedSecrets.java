package dev.cairn.cli.invocation;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The secrets that this process has resolved, for whoever must not show them. Thread-safe.
public final class ResolvedSecrets {
  private final Set<String> secrets = ConcurrentHashMap.newKeySet();

  public void add(String secret) {
    secrets.add(secret);
  }

  public List<String> all() {
    return List.copyOf(secrets);
  }

  @Override
  public String toString() {
    return secrets.size() + " secrets";
  }
}
