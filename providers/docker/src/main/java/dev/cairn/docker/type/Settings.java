package dev.cairn.docker.type;

import static dev.cairn.docker.type.Setting.config;
import static dev.cairn.docker.type.Setting.host;
import static dev.cairn.docker.type.Setting.live;

import dev.cairn.docker.form.Cpus;
import dev.cairn.docker.form.Devices;
import dev.cairn.docker.form.ExtraHosts;
import dev.cairn.docker.form.Healthcheck;
import dev.cairn.docker.form.Logging;
import dev.cairn.docker.form.Pairs;
import dev.cairn.docker.form.Restart;
import dev.cairn.docker.form.Scalars;
import dev.cairn.docker.form.Size;
import dev.cairn.docker.form.Span;
import dev.cairn.docker.form.Spellings;
import dev.cairn.docker.form.Texts;
import dev.cairn.docker.form.Tmpfs;
import dev.cairn.docker.form.Ulimits;
import java.util.List;

/// Every attribute of a container that is one field of the Engine API.
public final class Settings {
  private static final Texts CAPABILITIES = new Texts(false, true, Spellings::capability);

  public static final List<Setting> ALL =
      List.of(
          config("command", "Cmd", Texts.COMMAND),
          config("domainname", "Domainname", Scalars.TEXT),
          config("entrypoint", "Entrypoint", Texts.COMMAND),
          config("environment", "Env", Pairs.ENVIRONMENT),
          config("healthcheck", "Healthcheck", Healthcheck.CHECK),
          config("hostname", "Hostname", Scalars.TEXT),
          config("labels", "Labels", Pairs.MAP),
          config("stdinOpen", "OpenStdin", Scalars.FLAG),
          config("stopGracePeriod", "StopTimeout", Span.SECONDS),
          config("stopSignal", "StopSignal", Scalars.spelled(Spellings::signal)),
          config("tty", "Tty", Scalars.FLAG),
          config("user", "User", Scalars.TEXT),
          config("workingDir", "WorkingDir", Scalars.spelled(Spellings::directory)),
          host("capAdd", "CapAdd", CAPABILITIES),
          host("capDrop", "CapDrop", CAPABILITIES),
          host("devices", "Devices", Devices.LIST),
          host("dns", "Dns", Texts.LIST),
          host("dnsOptions", "DnsOptions", Texts.LIST),
          host("dnsSearch", "DnsSearch", Texts.LIST),
          host("extraHosts", "ExtraHosts", ExtraHosts.LIST),
          host("init", "Init", Scalars.FLAG),
          host("ipc", "IpcMode", Scalars.TEXT),
          host("logging", "LogConfig", Logging.CONFIGURATION),
          host("networkMode", "NetworkMode", Scalars.TEXT),
          host("pid", "PidMode", Scalars.TEXT),
          host("privileged", "Privileged", Scalars.FLAG),
          host("readOnly", "ReadonlyRootfs", Scalars.FLAG),
          host("securityOpt", "SecurityOpt", Texts.SET),
          host("shmSize", "ShmSize", Size.BYTES),
          host("sysctls", "Sysctls", Pairs.MAP),
          host("tmpfs", "Tmpfs", Tmpfs.BY_DIRECTORY),
          host("ulimits", "Ulimits", Ulimits.BY_NAME),
          live("cpuShares", "CpuShares", Scalars.WHOLE),
          live("cpus", "NanoCpus", Cpus.NANO),
          live("cpuset", "CpusetCpus", Scalars.TEXT),
          live("memory", "Memory", Size.BYTES),
          live("memoryReservation", "MemoryReservation", Size.BYTES),
          live("memorySwap", "MemorySwap", Size.BYTES),
          live("pidsLimit", "PidsLimit", Scalars.LIMIT),
          live("restart", "RestartPolicy", Restart.POLICY));

  private Settings() {}
}
