package dev.cairn.acceptance.parts;

/// A process that starts moto and an engine, runs a container on it, says so, and waits to be
/// killed.
final class PartsAlone {
  private PartsAlone() {}

  static void main(String[] arguments) throws Missing, InterruptedException {
    Moto.start();
    Engine engine = Engine.start();
    busy(engine);
    IO.println("ready");
    Thread.sleep(Long.MAX_VALUE);
  }

  /// Makes what leaves most behind: a container that ignores requests to stop, on a network of its
  /// own, with a published port and a volume.
  static void busy(Engine engine) {
    engine.docker("network", "create", "busy");
    engine.docker(
        "run",
        "-d",
        "--name=busy",
        "--network=busy",
        "--publish=18080:8080",
        "--volume=busy:/data",
        Engine.IMAGE,
        "sh",
        "-c",
        "trap '' TERM; while :; do sleep 1; done");
  }
}
