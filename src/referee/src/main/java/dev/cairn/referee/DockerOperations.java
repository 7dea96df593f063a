package dev.cairn.referee;

import java.util.List;
import java.util.regex.Pattern;

/// The names of the Engine API's operations: its reference calls them so (docs.docker.com, Engine
/// API).
final class DockerOperations {
  private static final String TABLE =
      """
      GET /_ping SystemPing
      HEAD /_ping SystemPingHead
      GET /info SystemInfo
      GET /version SystemVersion
      GET /events SystemEvents
      GET /system/df SystemDataUsage
      POST /auth SystemAuth
      GET /containers/json ContainerList
      POST /containers/create ContainerCreate
      POST /containers/prune ContainerPrune
      GET /containers/{id}/json ContainerInspect
      GET /containers/{id}/top ContainerTop
      GET /containers/{id}/logs ContainerLogs
      GET /containers/{id}/changes ContainerChanges
      GET /containers/{id}/export ContainerExport
      GET /containers/{id}/stats ContainerStats
      POST /containers/{id}/resize ContainerResize
      POST /containers/{id}/start ContainerStart
      POST /containers/{id}/stop ContainerStop
      POST /containers/{id}/restart ContainerRestart
      POST /containers/{id}/kill ContainerKill
      POST /containers/{id}/update ContainerUpdate
      POST /containers/{id}/rename ContainerRename
      POST /containers/{id}/pause ContainerPause
      POST /containers/{id}/unpause ContainerUnpause
      POST /containers/{id}/attach ContainerAttach
      GET /containers/{id}/attach/ws ContainerAttachWebsocket
      POST /containers/{id}/wait ContainerWait
      POST /containers/{id}/exec ContainerExec
      DELETE /containers/{id} ContainerDelete
      GET /containers/{id}/archive ContainerArchive
      HEAD /containers/{id}/archive ContainerArchiveInfo
      PUT /containers/{id}/archive PutContainerArchive
      POST /exec/{id}/start ExecStart
      POST /exec/{id}/resize ExecResize
      GET /exec/{id}/json ExecInspect
      GET /images/json ImageList
      POST /build ImageBuild
      POST /build/prune BuildPrune
      POST /images/create ImageCreate
      POST /images/load ImageLoad
      POST /images/prune ImagePrune
      GET /images/search ImageSearch
      GET /images/get ImageGetAll
      GET /images/{name}/json ImageInspect
      GET /images/{name}/history ImageHistory
      GET /images/{name}/get ImageGet
      POST /images/{name}/push ImagePush
      POST /images/{name}/tag ImageTag
      DELETE /images/{name} ImageDelete
      POST /commit ImageCommit
      GET /distribution/{name}/json DistributionInspect
      GET /networks NetworkList
      POST /networks/create NetworkCreate
      POST /networks/prune NetworkPrune
      POST /networks/{id}/connect NetworkConnect
      POST /networks/{id}/disconnect NetworkDisconnect
      GET /networks/{id} NetworkInspect
      DELETE /networks/{id} NetworkDelete
      GET /volumes VolumeList
      POST /volumes/create VolumeCreate
      POST /volumes/prune VolumePrune
      GET /volumes/{id} VolumeInspect
      PUT /volumes/{id} VolumeUpdate
      DELETE /volumes/{id} VolumeDelete
      GET /swarm SwarmInspect
      POST /swarm/init SwarmInit
      POST /swarm/join SwarmJoin
      POST /swarm/leave SwarmLeave
      POST /swarm/update SwarmUpdate
      GET /swarm/unlockkey SwarmUnlockkey
      POST /swarm/unlock SwarmUnlock
      GET /nodes NodeList
      GET /nodes/{id} NodeInspect
      DELETE /nodes/{id} NodeDelete
      POST /nodes/{id}/update NodeUpdate
      GET /services ServiceList
      POST /services/create ServiceCreate
      GET /services/{id} ServiceInspect
      DELETE /services/{id} ServiceDelete
      POST /services/{id}/update ServiceUpdate
      GET /services/{id}/logs ServiceLogs
      GET /tasks TaskList
      GET /tasks/{id} TaskInspect
      GET /tasks/{id}/logs TaskLogs
      GET /secrets SecretList
      POST /secrets/create SecretCreate
      GET /secrets/{id} SecretInspect
      DELETE /secrets/{id} SecretDelete
      POST /secrets/{id}/update SecretUpdate
      GET /configs ConfigList
      POST /configs/create ConfigCreate
      GET /configs/{id} ConfigInspect
      DELETE /configs/{id} ConfigDelete
      POST /configs/{id}/update ConfigUpdate
      POST /session Session
      """;

  private static final List<Operation> ALL =
      TABLE.lines().map(DockerOperations::operation).toList();
  private static final Pattern VERSION = Pattern.compile("^/v\\d+\\.\\d+(?=/)");

  private DockerOperations() {}

  private record Operation(String method, Pattern path, String name) {}

  /// The name of the operation; the method and the path where it is none of these.
  static String name(String method, String path) {
    String plain = VERSION.matcher(path).replaceFirst("");
    return ALL.stream()
        .filter(known -> known.method.equals(method) && known.path.matcher(plain).matches())
        .findFirst()
        .map(Operation::name)
        .orElse(method + " " + plain);
  }

  /// Names of images have slashes in them, ids have none.
  private static Operation operation(String line) {
    String[] words = line.split(" ", -1);
    String path = words[1].replace("{id}", "[^/]+").replace("{name}", ".+");
    return new Operation(words[0], Pattern.compile(path), words[2]);
  }
}
