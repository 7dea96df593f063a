package dev.cairn.aws.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.plan.Call;
import dev.cairn.api.plan.Repeat;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Reply;
import dev.cairn.api.provider.Session;
import dev.cairn.api.provider.Target;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Failure.Kind;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import dev.cairn.aws.AwsProvider;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendTest {
  private static final TypeName VPC = new TypeName("aws", "vpc");
  private static final Call CREATE =
      new Call(
          "ec2:CreateVpc",
          Value.Fields.of("CidrBlock", Value.text("10.0.0.0/16")),
          Repeat.FIND_BY_OPERATION);
  private static final Call DELETE = new Call("ec2:DeleteVpc", Value.Fields.EMPTY, Repeat.SAFE);
  private static final String MADE =
      """
      <CreateVpcResponse><requestId>req-2</requestId><vpc><vpcId>vpc-1</vpcId>\
      <state>pending</state><cidrBlock>10.0.0.0/16</cidrBlock><ownerId>1234</ownerId>\
      </vpc></CreateVpcResponse>\
      """;
  private final Stub stub = new Stub();
  private final Session session = stub.session();

  @AfterEach
  void close() {
    session.close();
    stub.close();
  }

  private Reply create() {
    return session.send(
        VPC, CREATE, Stub.fresh(Value.Fields.of("cidrBlock", Value.text("10.0.0.0/16"))));
  }

  private Reply delete() {
    return session.send(VPC, DELETE, Stub.target("vpc-1", Value.Fields.EMPTY));
  }

  private static Failure lost(Reply reply) {
    assertThat(reply).isInstanceOf(Reply.Lost.class);
    return ((Reply.Lost) reply).failure();
  }

  private static Failure refused(Reply reply) {
    assertThat(reply).isInstanceOf(Reply.Refused.class);
    return ((Reply.Refused) reply).failure();
  }

  @Test
  void aCreatedObjectCarriesOwnershipAndGivesItsId() {
    stub.then(200, MADE);
    Reply reply = create();
    assertThat(reply)
        .isInstanceOfSatisfying(
            Reply.Done.class,
            done -> {
              assertThat(done.id()).isEqualTo("vpc-1");
              assertThat(done.attributes().text("ownerId")).contains("1234");
              assertThat(done.attributes().has("cidrBlock")).isFalse();
            });
    assertThat(stub.requests().getFirst())
        .containsEntry("Action", "CreateVpc")
        .containsEntry("CidrBlock", "10.0.0.0/16")
        .containsEntry("TagSpecification.1.ResourceType", "vpc")
        .containsValues("cairn:op", "run.7", "cairn:lineage", "lineage")
        .doesNotContainKey("ClientToken");
  }

  @Test
  void aCallThatTakesAClientTokenGetsTheOneOfItsOperation() {
    Call call =
        new Call("ec2:CreateLaunchTemplateVersion", Value.Fields.EMPTY, Repeat.CLIENT_TOKEN);
    session.send(
        new TypeName("aws", "launchTemplate"), call, Stub.target("lt-1", Value.Fields.EMPTY));
    assertThat(stub.requests().getFirst())
        .containsEntry("ClientToken", "cairn-run.7-0")
        .containsEntry("LaunchTemplateId", "lt-1");
  }

  @Test
  void aReplyThatIsLostIsSentOnceAndSaidToBeLost() {
    stub.thenNothing().always(200, MADE);
    assertThat(lost(create()).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(stub.calls()).containsExactly("CreateVpc");
  }

  @Test
  void aReplyThatIsLostOnAConnectionInUseIsSentOnce() {
    stub.then(200, MADE).thenNothing().always(200, MADE);
    create();
    lost(create());
    assertThat(stub.calls()).containsExactly("CreateVpc", "CreateVpc");
  }

  @Test
  void anErrorOfTheServerIsSentOnceAndSaidToBeLost() {
    stub.thenError(500, "InternalError").always(200, MADE);
    Failure failure = lost(create());
    assertThat(failure.code()).isEqualTo("InternalError");
    assertThat(stub.calls()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "200, <html>Sign in</html>",
    "200, <CreateVpcResponse><vpc><vpcId>vpc-1</vpcId>",
    "200, ''",
    "302, <Response></Response>",
    "400, <html>Bad request</html>",
    "404, ''",
    "502, bad gateway"
  })
  void whatTheApiCannotHaveSaidMakesAChangeLostAndNeverRefusedOrDone(int status, String body) {
    stub.always(status, body);
    assertThat(lost(create()).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(lost(delete()).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(stub.calls()).containsExactly("CreateVpc", "DeleteVpc");
  }

  @ParameterizedTest
  @CsvSource({"200, <html>Sign in</html>", "200, ''", "302, ''", "404, <html>No page</html>"})
  void whatTheApiCannotHaveSaidIsUnreadableAndNeverAbsent(int status, String body) {
    stub.always(status, body);
    ReadRequest request = new ReadRequest("vpc-1", new TreeSet<>(), Value.Fields.EMPTY);
    assertThat(session.readMany(VPC, List.of(request)))
        .hasSize(1)
        .allMatch(Reading.Unreadable.class::isInstance);
  }

  @Test
  void aThrottledCallWasNotCarriedOut() {
    stub.thenError(503, "RequestLimitExceeded");
    assertThat(refused(create()).kind()).isEqualTo(Kind.THROTTLED);
    assertThat(stub.calls()).hasSize(1);
  }

  @Test
  void aRefusalHasTheCallItsCodeAndTheRequest() {
    stub.thenError(400, "DependencyViolation");
    Failure failure = refused(delete());
    assertThat(failure)
        .isEqualTo(
            new Failure(
                Kind.CONFLICT, "ec2:DeleteVpc", "DependencyViolation", "req-1", null, "in words"));
  }

  @Test
  void wrongCredentialsAreADenialEvenWithStatus401() {
    stub.thenError(401, "AuthFailure");
    assertThat(refused(create()).kind()).isEqualTo(Kind.DENIED);
  }

  @Test
  void aRefusedConnectionHasSentNothing() {
    stub.close();
    assertThat(refused(create()).kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void withoutCredentialsNothingIsSent() {
    Map<String, String> keys = Map.of("aws.accessKeyId", "test", "aws.secretAccessKey", "secret");
    keys.keySet().forEach(System::clearProperty);
    System.setProperty("aws.disableEc2Metadata", "true");
    AwsProvider provider = new AwsProvider(Map.of());
    Value.Fields settings =
        Value.Fields.of(
            Map.of(
                "region", Value.text("us-east-1"),
                "endpoint", Value.text(stub.url()),
                "profile", Value.text("no-such-profile")));
    try (Session nobody = provider.open(provider.scope(settings))) {
      Reply reply = nobody.send(VPC, CREATE, Stub.fresh(Value.Fields.EMPTY));
      assertThat(refused(reply).kind()).isEqualTo(Kind.DENIED);
      assertThat(stub.calls()).isEmpty();
    } finally {
      keys.forEach(System::setProperty);
    }
  }

  @Test
  void whatIsGoneNeedsNoTakingAway() {
    stub.thenError(400, "InvalidVpcID.NotFound");
    assertThat(delete()).isInstanceOf(Reply.Done.class);
    assertThat(stub.calls()).containsExactly("DeleteVpc", "DescribeVpcs");
  }

  @Test
  void aRuleThatAnEarlierAttemptHasMadeIsDone() {
    Value permission =
        Value.Fields.of(
            Map.of(
                "IpProtocol",
                Value.text("-1"),
                "IpRanges",
                new Value.Items(List.of(Value.Fields.of("CidrIp", Value.text("10.0.0.0/8"))))));
    Call call =
        new Call(
            "ec2:AuthorizeSecurityGroupIngress",
            Value.Fields.of("IpPermissions", new Value.Items(List.of(permission))),
            Repeat.SAFE);
    Target target = Stub.target("sg-1", Value.Fields.EMPTY);
    TypeName group = new TypeName("aws", "securityGroup");
    String with =
        "<item><ipProtocol>-1</ipProtocol><ipRanges><item><cidrIp>%s</cidrIp></item>"
            + "</ipRanges></item>";
    stub.thenError(400, "InvalidPermission.Duplicate")
        .then(200, group(with.formatted("10.0.0.0/8")));
    assertThat(session.send(group, call, target)).isInstanceOf(Reply.Done.class);
    stub.thenError(400, "InvalidPermission.Duplicate")
        .then(200, group(with.formatted("11.0.0.0/8")));
    assertThat(refused(session.send(group, call, target)).kind()).isEqualTo(Kind.EXISTS);
  }

  private static String group(String permissions) {
    return "<DescribeSecurityGroupsResponse><securityGroupInfo><item><groupId>sg-1</groupId>"
        + "<groupName>web</groupName><ipPermissions>"
        + permissions
        + "</ipPermissions></item></securityGroupInfo></DescribeSecurityGroupsResponse>";
  }
}
