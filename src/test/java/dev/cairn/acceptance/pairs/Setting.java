package dev.cairn.acceptance.pairs;

/// An attribute with one of its values, as a line of a stack: `#` in it stands for a number of the
/// resource's own.
record Setting(String attribute, String value) {
  static Setting parse(String line) {
    int colon = line.indexOf(": ");
    return new Setting(line.substring(0, colon), line.substring(colon + 2));
  }

  String line(int number) {
    return attribute + ": " + value.replace("#", Integer.toString(number));
  }

  @Override
  public String toString() {
    return attribute + ": " + value;
  }
}
