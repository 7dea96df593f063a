package dev.cairn.aws.session;

import dev.cairn.api.resource.Failure.Kind;
import java.util.Set;

/// What the error codes of EC2, Auto Scaling and STS mean to Cairn. Source: the error code lists of
/// the services' API references.
final class ErrorCodes {
  private static final Set<String> DENIED =
      Set.of(
          "UnauthorizedOperation",
          "AccessDenied",
          "AccessDeniedException",
          "AuthFailure",
          "OptInRequired",
          "Blocked",
          "InvalidClientTokenId",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException",
          "MissingAuthenticationToken",
          "PendingVerification");
  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");
  private static final Set<String> THROTTLED =
      Set.of(
          "RequestLimitExceeded",
          "Throttling",
          "ThrottlingException",
          "ThrottledException",
          "EC2ThrottledException",
          "TooManyRequestsException",
          "SlowDown");
  private static final Set<String> CONFLICT =
      Set.of(
          "DependencyViolation",
          "IncorrectState",
          "IncorrectInstanceState",
          "ResourceInUse",
          "ResourceContention",
          "ScalingActivityInProgress",
          "OperationNotPermitted",
          "CannotDelete",
          "ConcurrentTagAccess",
          "VolumeInUse");
  private static final Set<String> EXISTS =
      Set.of("RouteAlreadyExists", "AlreadyExists", "Resource.AlreadyAssociated");
  private static final Set<String> QUOTA =
      Set.of(
          "InsufficientAddressCapacity",
          "InsufficientFreeAddressesInSubnet",
          "InsufficientInstanceCapacity",
          "InsufficientCapacity");
  private static final Set<String> UNAVAILABLE =
      Set.of(
          "InternalError",
          "InternalFailure",
          "Unavailable",
          "ServiceUnavailable",
          "RequestTimeout");

  private ErrorCodes() {}

  /// @param status the HTTP status, which decides only where the code says nothing
  static Kind kind(String code, int status) {
    String name = code.endsWith("Fault") ? code.substring(0, code.length() - 5) : code;
    if (DENIED.contains(name)) {
      return Kind.DENIED;
    } else if (EXPIRED.contains(name)) {
      return Kind.EXPIRED;
    } else if (THROTTLED.contains(name)) {
      return Kind.THROTTLED;
    } else if (CONFLICT.contains(name) || name.endsWith(".InUse") || name.endsWith(".Conflict")) {
      return Kind.CONFLICT;
    } else if (UNAVAILABLE.contains(name)) {
      return Kind.UNAVAILABLE;
    }
    return bySuffix(name, status);
  }

  private static Kind bySuffix(String name, int status) {
    if (name.endsWith("NotFound")
        || name.endsWith("NotFoundException")
        || name.equals("Gateway.NotAttached")) {
      return Kind.NOT_FOUND;
    } else if (EXISTS.contains(name)
        || name.endsWith(".Duplicate")
        || name.endsWith(".AlreadyExistsException")) {
      return Kind.EXISTS;
    } else if (QUOTA.contains(name) || name.endsWith("LimitExceeded")) {
      return Kind.QUOTA;
    }
    return byStatus(status);
  }

  /// An error that has no code is not the API's: only what nobody carries out is definite.
  static Kind withoutCode(int status) {
    Kind kind = byStatus(status);
    return kind == Kind.REJECTED ? Kind.UNAVAILABLE : kind;
  }

  private static Kind byStatus(int status) {
    return switch (status) {
      case 401, 403 -> Kind.DENIED;
      case 429 -> Kind.THROTTLED;
      default -> status >= 500 ? Kind.UNAVAILABLE : Kind.REJECTED;
    };
  }
}
