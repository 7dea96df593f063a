package dev.cairn.api.diagnostic;

/// How bad it is. Errors stop a command; warnings and notices do not.
public enum Severity {
  ERROR,
  WARNING,
  NOTICE
}
