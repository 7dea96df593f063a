package dev.cairn.state.git;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.UserConfigFile;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/// The system as JGit sees it, so that opening a repository only reads: no file is written in the
/// user's configuration, no clock of a file system is measured with probe files, no `git` is
/// started to ask for its configuration.
final class QuietSystem extends SystemReader.Delegate {
  /// Coarser than any file system's clock; a file that is younger is read again.
  private static final long CLOCK_MILLIS = 2000;

  private QuietSystem(SystemReader system) {
    super(system);
  }

  /// Takes effect for the whole process, before the first repository is opened.
  static synchronized void install() {
    SystemReader system = SystemReader.getInstance();
    if (!(system instanceof QuietSystem)) {
      SystemReader.setInstance(new QuietSystem(system));
    }
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Preset(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return getenv("GIT_CONFIG_NOSYSTEM") == null
        ? new FileBasedConfig(parent, new File("/etc/gitconfig"), fs)
        : new Preset(parent, fs);
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    Path xdg = getXdgConfigDirectory(fs);
    File second =
        xdg == null
            ? new File(fs.userHome(), ".config/git/config")
            : xdg.resolve("git").resolve("config").toFile();
    return new User(parent, new File(fs.userHome(), ".gitconfig"), second, fs);
  }

  /// What holds where neither the user nor the repository says otherwise: what is written is on the
  /// disk before a ref names it.
  private static final class Preset extends FileBasedConfig {
    Preset(Config parent, FS fs) {
      super(parent, new File("/dev/null"), fs);
      load();
    }

    @Override
    public void load() {
      setBoolean("core", null, "fsyncObjectFiles", true);
      setBoolean("core", null, "fsyncRefFiles", true);
    }

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }
  }

  /// The user's own file, never written.
  private static final class User extends UserConfigFile {
    User(Config parent, File home, File xdg, FS fs) {
      super(parent, home, xdg, fs);
    }

    @Override
    public void save() {}

    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long otherwise, TimeUnit unit) {
      return "filesystem".equals(section)
          ? unit.convert(CLOCK_MILLIS, TimeUnit.MILLISECONDS)
          : super.getTimeUnit(section, subsection, name, otherwise, unit);
    }
  }
}
