package dev.cairn.core.apply;

import java.time.Duration;

/// How long the applier waits, and how often it asks again.
///
/// @param backoff the first wait before something refused is sent again; it doubles
/// @param longestBackoff where the doubling ends
/// @param look between two looks for an object whose creation got no answer
/// @param notFound how long nothing must be seen of it before it counts as not made: longer than a
///   service's tags lag
/// @param lookLimit how long to look when the looks do not agree
/// @param blocked how long a deletion is tried again while something is in its way
/// @param promise how long a reading may lag behind what was planned
public record Patience(
    Duration backoff,
    Duration longestBackoff,
    Duration look,
    Duration notFound,
    Duration lookLimit,
    Duration blocked,
    Duration promise) {
  public static final Patience STANDARD =
      new Patience(
          Duration.ofMillis(500),
          Duration.ofSeconds(20),
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          Duration.ofMinutes(3),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30));
}
