package dev.cairn.aws.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.resource.Failure.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodesTest {
  @ParameterizedTest
  @CsvSource({
    "InvalidVpcID.NotFound, 400, NOT_FOUND",
    "InvalidGroup.NotFound, 400, NOT_FOUND",
    "InvalidLaunchTemplateName.NotFoundException, 400, NOT_FOUND",
    "Gateway.NotAttached, 400, NOT_FOUND",
    "InvalidPermission.Duplicate, 400, EXISTS",
    "InvalidLaunchTemplateName.AlreadyExistsException, 400, EXISTS",
    "AlreadyExistsFault, 400, EXISTS",
    "Resource.AlreadyAssociated, 400, EXISTS",
    "DependencyViolation, 400, CONFLICT",
    "InvalidIPAddress.InUse, 400, CONFLICT",
    "InvalidSubnet.Conflict, 400, CONFLICT",
    "ResourceInUseFault, 400, CONFLICT",
    "ScalingActivityInProgressFault, 400, CONFLICT",
    "UnauthorizedOperation, 403, DENIED",
    "AuthFailure, 401, DENIED",
    "ExpiredToken, 400, EXPIRED",
    "RequestLimitExceeded, 503, THROTTLED",
    "VpcLimitExceeded, 400, QUOTA",
    "RulesPerSecurityGroupLimitExceeded, 400, QUOTA",
    "InsufficientInstanceCapacity, 500, QUOTA",
    "InternalError, 500, UNAVAILABLE",
    "'', 502, UNAVAILABLE",
    "'', 403, DENIED",
    "InvalidParameterValue, 400, REJECTED",
    "ValidationError, 400, REJECTED"
  })
  void aCodeHasAKind(String code, int status, Kind kind) {
    assertThat(ErrorCodes.kind(code, status)).isEqualTo(kind);
  }
}
