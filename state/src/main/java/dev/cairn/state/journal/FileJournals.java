package dev.cairn.state.journal;

import dev.cairn.api.state.Journal;
import dev.cairn.api.state.Journals;
import dev.cairn.codec.Records;
import dev.cairn.codec.Seal;
import dev.cairn.state.LocalFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The journals of this machine: one file for each run in a folder that its owner alone reads.
public final class FileJournals implements Journals {
  private static final String SUFFIX = ".ndjson";

  private final Path folder;
  private final Records records;

  /// @param folder made when the first journal is opened
  /// @param seal for sensitive values in replies and records
  public FileJournals(Path folder, Seal seal) {
    this.folder = folder;
    this.records = new Records(seal);
  }

  @Override
  public Journal open(String run) {
    Path file = file(run);
    try {
      LocalFolder.create(folder);
      boolean fresh = !Files.exists(file);
      if (fresh) {
        LocalFolder.createFile(file);
        LocalFolder.sync(folder);
      }
      return new FileJournal(file, records);
    } catch (IOException e) {
      throw JournalProblems.unwritable(file, e);
    }
  }

  @Override
  public List<String> runs() {
    List<String> runs = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        runs.add(name.substring(0, name.length() - SUFFIX.length()));
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw JournalProblems.unreadable(folder, e);
    }
    Collections.sort(runs);
    return runs;
  }

  @Override
  public void discard(String run) {
    try {
      Files.deleteIfExists(file(run));
    } catch (IOException e) {
      throw JournalProblems.unwritable(file(run), e);
    }
  }

  private Path file(String run) {
    if (!run.matches("[0-9A-Za-z]+")) {
      throw new IllegalArgumentException("not a run: " + run);
    }
    return folder.resolve(run + SUFFIX);
  }
}
