package dev.cairn.state.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.state.StateStore;
import dev.cairn.api.state.StateStore.Revision;
import dev.cairn.testkit.store.StateStoreContract;
import dev.cairn.testkit.store.StoreFixture;
import dev.cairn.testkit.store.Stores;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest extends StateStoreContract {
  @TempDir Path temporary;

  @Override
  protected StoreFixture fixture() {
    return new Folder(temporary.resolve("state"));
  }

  private record Folder(Path root) implements StoreFixture {
    @Override
    public StateStore open() {
      return new DirectoryStore(root, InstantSource.system());
    }

    @Override
    public long objects() {
      return files("objects").size() + files("packs").stream().mapToLong(Folder::packed).sum();
    }

    private List<Path> files(String folder) {
      if (!Files.isDirectory(root.resolve(folder))) {
        return List.of();
      }
      try (var files = Files.walk(root.resolve(folder))) {
        return files.filter(Files::isRegularFile).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static long packed(Path pack) {
      try (RandomAccessFile in = new RandomAccessFile(pack.toFile(), "r")) {
        byte[] index = new byte[Integer.parseInt(in.readLine())];
        in.readFully(index);
        return new String(index, java.nio.charset.StandardCharsets.US_ASCII).lines().count();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Path place() {
      return root;
    }

    @Override
    public void leaveTorn() {
      write(root.resolve("new-1.tmp"), "0123");
      write(root.resolve("objects/ab/new-2.tmp"), "{\"a\":");
      write(root.resolve("packs/new-3.tmp"), "77\n");
    }

    @Override
    public Runnable block() {
      Path lock = root.resolve("lock");
      try {
        Files.delete(lock);
        Files.createDirectory(lock);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return () -> {
        try {
          Files.delete(lock);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      };
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void lookingAtAnEmptyStoreWritesNothing() {
    try (StateStore store = fixture().open()) {
      store.head();
      store.register("claims/01RUN");
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void anObjectThatWasChangedIsADiagnostic() throws IOException {
    StoreFixture fixture = fixture();
    try (StateStore store = fixture.open()) {
      Revision now = Stores.publish(store, null, Stores.put("a", "hello"));
      String id = store.list(now, "a").getFirst().content().sha256();
      Path file = temporary.resolve("state/objects/" + id.substring(0, 2) + "/" + id.substring(2));
      Files.writeString(file, "hullo");
      assertThatThrownBy(() -> store.read(now, "a"))
          .isInstanceOf(DiagnosticException.class)
          .hasMessageStartingWith("CRN4005");
      Files.delete(file);
      assertThatThrownBy(() -> store.read(now, "a"))
          .isInstanceOf(DiagnosticException.class)
          .hasMessageStartingWith("CRN4005");
    }
  }
}
