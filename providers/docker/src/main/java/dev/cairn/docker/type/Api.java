package dev.cairn.docker.type;

/// The names of the mutating calls, as the referee's ledger has them.
public final class Api {
  public static final String IMAGE_PULL = "docker:ImagePull";
  public static final String IMAGE_DELETE = "docker:ImageDelete";
  public static final String NETWORK_CREATE = "docker:NetworkCreate";
  public static final String NETWORK_CONNECT = "docker:NetworkConnect";
  public static final String NETWORK_DELETE = "docker:NetworkDelete";
  public static final String VOLUME_CREATE = "docker:VolumeCreate";
  public static final String VOLUME_DELETE = "docker:VolumeDelete";
  public static final String CONTAINER_CREATE = "docker:ContainerCreate";
  public static final String CONTAINER_START = "docker:ContainerStart";
  public static final String CONTAINER_STOP = "docker:ContainerStop";
  public static final String CONTAINER_RESTART = "docker:ContainerRestart";
  public static final String CONTAINER_UNPAUSE = "docker:ContainerUnpause";
  public static final String CONTAINER_UPDATE = "docker:ContainerUpdate";
  public static final String CONTAINER_RENAME = "docker:ContainerRename";
  public static final String CONTAINER_DELETE = "docker:ContainerDelete";

  private Api() {}
}
