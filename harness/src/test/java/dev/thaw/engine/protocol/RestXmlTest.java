package dev.thaw.engine.protocol;

import static dev.thaw.engine.protocol.Wire.CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Golden requests and responses of S3's protocol. */
final class RestXmlTest {
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  private final RestXml protocol =
      new RestXml("http://s3.example/", Map.of("ListBuckets", "ListAllMyBucketsResult"));

  private static Binding binding(String name) {
    return Binding.of(
        name, ListBucketsRequest::builder, (call, in) -> ListBucketsResponse.builder().build());
  }

  @Test
  void writesNestedAndFlattenedLists() {
    var buckets =
        ListBucketsResponse.builder()
            .buckets(
                Bucket.builder().name("a<b").creationDate(Instant.ofEpochMilli(1_500)).build(),
                Bucket.builder().name("c").build())
            .owner(owner -> owner.id("me"))
            .build();
    var wire = protocol.write(CALL, binding("ListBuckets"), Answer.of(buckets));
    var objects =
        ListObjectsV2Response.builder()
            .isTruncated(false)
            .contents(
                S3Object.builder().key("k").size(5L).build(), S3Object.builder().key("l").build())
            .build();

    assertThat(wire.headers().get("x-amz-request-id")).isEqualTo("the-request-id");
    assertThat(Wire.text(wire.body()))
        .isEqualTo(
            DECLARATION
                + "<ListAllMyBucketsResult xmlns=\"http://s3.example/\"><Buckets>"
                + "<Bucket><Name>a&lt;b</Name>"
                + "<CreationDate>1970-01-01T00:00:01.500Z</CreationDate></Bucket>"
                + "<Bucket><Name>c</Name></Bucket></Buckets>"
                + "<Owner><ID>me</ID></Owner></ListAllMyBucketsResult>");
    assertThat(Wire.text(XmlWriter.document("R", "", xml -> xml.members(objects))))
        .isEqualTo(
            DECLARATION
                + "<R><IsTruncated>false</IsTruncated><Contents><Key>k</Key><Size>5</Size>"
                + "</Contents><Contents><Key>l</Key></Contents></R>");
  }

  @Test
  void writesHeadersAlone() {
    var head =
        HeadObjectResponse.builder()
            .contentLength(5L)
            .lastModified(Instant.parse("2026-11-23T14:00:00Z"))
            .metadata(Map.of("colour", "blue"))
            .build();
    var wire = protocol.write(CALL, binding("HeadObject"), Answer.of(head));

    assertThat(wire.body()).isEmpty();
    assertThat(wire.headers().get("Content-Length")).isEqualTo("5");
    assertThat(wire.headers().get("Last-Modified")).isEqualTo("Mon, 23 Nov 2026 14:00:00 GMT");
    assertThat(wire.headers().get("x-amz-meta-colour")).isEqualTo("blue");
  }

  @Test
  void readsAnXmlBody() {
    var builder = CreateBucketRequest.builder();
    protocol.read(
        Wire.request(
            "PUT",
            "/b",
            "<CreateBucketConfiguration xmlns=\"http://s3.example/\">"
                + "<LocationConstraint>eu-west-1</LocationConstraint><Unknown/>"
                + "</CreateBucketConfiguration>"),
        Map.of("Bucket", "b"),
        builder);

    assertThat(builder.build())
        .isEqualTo(
            CreateBucketRequest.builder()
                .bucket("b")
                .createBucketConfiguration(c -> c.locationConstraint("eu-west-1"))
                .build());
  }

  @Test
  void readsFlattenedAndNestedListsUnderS3sOwnNames() {
    var builder = PutBucketNotificationConfigurationRequest.builder();
    protocol.read(
        Wire.request(
            "PUT",
            "/b?notification",
            """
            <NotificationConfiguration><CloudFunctionConfiguration><Id>one</Id>
              <CloudFunction>arn:f</CloudFunction><Event>s3:ObjectCreated:*</Event>
              <Event>s3:ObjectRemoved:*</Event>
              <Filter><S3Key><FilterRule><Name>prefix</Name><Value>in/</Value></FilterRule></S3Key>
              </Filter></CloudFunctionConfiguration></NotificationConfiguration>
            """),
        Map.of("Bucket", "b"),
        builder);
    var function =
        builder.build().notificationConfiguration().lambdaFunctionConfigurations().get(0);

    assertThat(function.id()).isEqualTo("one");
    assertThat(function.lambdaFunctionArn()).isEqualTo("arn:f");
    assertThat(function.eventsAsStrings())
        .containsExactly("s3:ObjectCreated:*", "s3:ObjectRemoved:*");
    assertThat(function.filter().key().filterRules().get(0).value()).isEqualTo("in/");
  }

  @Test
  void readsHeadersIntoAMap() {
    var builder = PutObjectRequest.builder();
    protocol.read(
        Wire.request("PUT", "/b/k", "content", "X-Amz-Meta-Colour", "blue", "Expires", "0"),
        Map.of("Bucket", "b", "Key", "k"),
        builder);
    assertThat(builder.build().metadata()).containsExactly(Map.entry("colour", "blue"));
  }

  @Test
  void refusesBrokenAndDangerousXml() {
    var deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    var bomb = "<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>";
    for (var xml : new String[] {"<a>", bomb, deep}) {
      assertThatThrownBy(
              () ->
                  protocol.read(
                      Wire.request("PUT", "/b", xml), Map.of(), CreateBucketRequest.builder()))
          .isInstanceOfSatisfying(
              AwsException.class, e -> assertThat(e.code()).isEqualTo("MalformedXML"));
    }
  }

  @Test
  void refusesXmlThatIsNoUtf8() {
    var broken = new byte[] {'<', 'a', '>', (byte) 0xc3, '(', '<', '/', 'a', '>'};
    assertThatThrownBy(
            () ->
                protocol.read(
                    Wire.request("PUT", "/b", "").withBody(broken),
                    Map.of(),
                    CreateBucketRequest.builder()))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("MalformedXML"));
  }

  @Test
  void writesErrorsExceptForHeads() {
    var error = new AwsException(CommonError.VALIDATION, "no").with("Key", "k");
    assertThat(Wire.text(protocol.refuse(CALL, error).body()))
        .isEqualTo(
            DECLARATION
                + "<Error><Code>ValidationException</Code><Message>no</Message><Key>k</Key>"
                + "<RequestId>the-request-id</RequestId>"
                + "<HostId>dGhlLXJlcXVlc3QtaWQ=</HostId></Error>");
    var head = protocol.refuse(CALL.withWire(Wire.request("HEAD", "/b", "")), error);
    assertThat(head.body()).isEmpty();
    assertThat(head.status()).isEqualTo(400);
  }
}
