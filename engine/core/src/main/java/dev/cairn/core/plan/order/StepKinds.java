package dev.cairn.core.plan.order;

/// The kinds of the steps of a resource, as their keys name them.
public final class StepKinds {
  public static final String CREATE = "create";
  public static final String SETTLE = "settle";
  public static final String UPDATE = "update";
  public static final String DELETE = "delete";
  public static final String RECORD = "record";

  /// Takes out of an object what refers to another one that is to be deleted.
  public static final String RELEASE = "release";

  /// Asks a lookup.
  public static final String READ = "read";

  private StepKinds() {}
}
