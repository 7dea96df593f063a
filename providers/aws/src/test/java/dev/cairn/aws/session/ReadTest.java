package dev.cairn.aws.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Listing;
import dev.cairn.api.provider.ReadRequest;
import dev.cairn.api.provider.Session;
import dev.cairn.api.resource.Failure.Kind;
import dev.cairn.api.resource.OwnershipQuery;
import dev.cairn.api.resource.Reading;
import dev.cairn.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadTest {
  private static final TypeName VPC = new TypeName("aws", "vpc");
  private final Stub stub = new Stub();
  private final Session session = stub.session();

  @AfterEach
  void close() {
    session.close();
    stub.close();
  }

  private static ReadRequest request(String id) {
    return new ReadRequest(id, new TreeSet<>(), Value.Fields.EMPTY);
  }

  private static List<ReadRequest> requests(int count) {
    List<ReadRequest> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      requests.add(request("id-" + i));
    }
    return requests;
  }

  private static String vpcs(String next, String... ids) {
    StringBuilder out = new StringBuilder("<DescribeVpcsResponse><vpcSet>");
    for (String id : ids) {
      out.append("<item><vpcId>").append(id).append("</vpcId><tagSet>");
      Stub.ownership().tags().forEach((key, value) -> tag(out, key, value));
      tag(out, "Name", "x");
      out.append("</tagSet></item>");
    }
    out.append("</vpcSet>");
    if (!next.isEmpty()) {
      out.append("<nextToken>").append(next).append("</nextToken>");
    }
    return out.append("</DescribeVpcsResponse>").toString();
  }

  private static void tag(StringBuilder out, String key, String value) {
    out.append("<item><key>").append(key).append("</key><value>");
    out.append(value).append("</value></item>");
  }

  @Test
  void manyAreReadByFilterAndInTheOrderOfTheirRequests() {
    stub.then(200, vpcs("", "vpc-2", "vpc-1"));
    List<Reading> readings =
        session.readMany(VPC, List.of(request("vpc-1"), request("vpc-0"), request("vpc-2")));
    assertThat(readings.get(0)).isInstanceOf(Reading.Present.class);
    assertThat(readings.get(1)).isEqualTo(new Reading.Absent(1));
    assertThat(((Reading.Present) readings.get(2)).id()).isEqualTo("vpc-2");
    assertThat(stub.requests())
        .singleElement()
        .satisfies(request ->
            assertThat(request)
                .containsEntry("Filter.1.Name", "vpc-id")
                .containsEntry("MaxResults", "1000")
                .containsKey("Filter.1.Value.3")
                .doesNotContainKey("VpcId.1"));
  }

  @Test
  void ownershipIsNoTag() {
    stub.then(200, vpcs("", "vpc-1"));
    Reading.Present present =
        (Reading.Present) session.readMany(VPC, List.of(request("vpc-1"))).getFirst();
    assertThat(present.ownership()).isEqualTo(Stub.ownership());
    assertThat(present.attributes().fields("tags"))
        .isEqualTo(Value.Fields.of("Name", Value.text("x")));
  }

  @Test
  void everyPageIsRead() {
    stub.then(200, vpcs("more", "vpc-1")).then(200, vpcs("", "vpc-2"));
    assertThat(session.readMany(VPC, List.of(request("vpc-1"), request("vpc-2"))))
        .allMatch(Reading.Present.class::isInstance);
    assertThat(stub.requests().get(1)).containsEntry("NextToken", "more");
  }

  @Test
  void anAttributeThatTakesACallIsReadOnlyWhereItMatters() {
    stub.then(200, vpcs("", "vpc-1", "vpc-2"))
        .then(
            200,
            "<DescribeVpcAttributeResponse><enableDnsSupport><value>false</value>"
                + "</enableDnsSupport></DescribeVpcAttributeResponse>");
    TreeSet<Path> wanted = new TreeSet<>(List.of(Path.of("enableDnsSupport")));
    List<Reading> readings =
        session.readMany(
            VPC, List.of(request("vpc-1"), new ReadRequest("vpc-2", wanted, Value.Fields.EMPTY)));
    assertThat(((Reading.Present) readings.get(1)).attributes().flag("enableDnsSupport"))
        .contains(false);
    assertThat(stub.calls()).containsExactly("DescribeVpcs", "DescribeVpcAttribute");
    assertThat(stub.requests().get(1)).containsEntry("VpcId", "vpc-2");
  }

  @Test
  void aReadThatIsRefusedSaysNothing() {
    stub.thenError(403, "UnauthorizedOperation");
    Reading reading = session.readMany(VPC, List.of(request("vpc-1"))).getFirst();
    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Unreadable.class,
            unreadable -> {
              assertThat(unreadable.why().kind()).isEqualTo(Kind.DENIED);
              assertThat(unreadable.why().call()).isEqualTo("ec2:DescribeVpcs");
            });
  }

  @Test
  void aBatchThatFailsLeavesTheOthers() {
    List<ReadRequest> requests = requests(400);
    stub.then(200, vpcs("", "id-3")).thenError(403, "UnauthorizedOperation");
    List<Reading> readings = session.readMany(VPC, requests);
    assertThat(readings).hasSize(400);
    assertThat(readings.get(3)).isInstanceOf(Reading.Present.class);
    assertThat(readings.get(199)).isInstanceOf(Reading.Absent.class);
    assertThat(readings.subList(200, 400)).allMatch(Reading.Unreadable.class::isInstance);
  }

  @Test
  void aReadIsRepeated() {
    stub.thenError(503, "Unavailable").then(200, vpcs("", "vpc-1"));
    assertThat(session.readMany(VPC, List.of(request("vpc-1"))).getFirst())
        .isInstanceOf(Reading.Present.class);
  }

  @Test
  void aThousandObjectsOfSixTypesTakeTwelveCallsAtMost() {
    Map<String, Integer> objects =
        Map.of(
            "vpc",
            10,
            "subnet",
            300,
            "routeTable",
            150,
            "securityGroup",
            300,
            "networkInterface",
            120,
            "eip",
            120);
    objects.forEach((kind, count) ->
        assertThat(session.readMany(new TypeName("aws", kind), requests(count))).hasSize(count));
    assertThat(stub.calls()).hasSizeLessThanOrEqualTo(12);
  }

  @Test
  void whatAnOperationMadeIsAskedForByItsTags() {
    stub.then(200, vpcs("", "vpc-1"));
    Listing listing =
        session.findByOwnership(VPC, new OwnershipQuery("lineage", Stub.ownership().operation()));
    assertThat(((Listing.Complete) listing).found())
        .singleElement()
        .satisfies(found -> assertThat(found.ownership()).isEqualTo(Stub.ownership()));
    assertThat(stub.requests().getFirst())
        .containsEntry("Filter.1.Name", "tag:cairn:lineage")
        .containsEntry("Filter.1.Value.1", "lineage")
        .containsEntry("Filter.2.Name", "tag:cairn:op")
        .containsEntry("Filter.2.Value.1", "run.7");
  }
}
