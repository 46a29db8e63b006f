package io.weir.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.platform.api.ObjectStore;
import io.weir.platform.api.ObjectStoreException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Against a real S3 server, which checks signatures. */
class S3ObjectsTest implements ObjectStoreContract {
    private static final String BUCKET = "weir";
    @TempDir
    static Path folder;
    private static S3Server server;
    private static S3Objects store;

    @BeforeAll
    static void start() throws IOException {
        server = S3Server.start(folder);
        makeBucket();
        store = new S3Objects(settings(server.url(), S3Server.SECRET_KEY, BUCKET));
    }

    @AfterAll
    static void stop() {
        store.close();
        server.close();
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Test
    void a_presigned_address_serves_that_object_to_anybody_and_no_other() throws Exception {
        store.put("shown/a", "here it is".getBytes(), "text/plain");
        store.put("shown/b", "not this".getBytes(), "text/plain");
        var address = store.presignedGet("shown/a", Duration.ofMinutes(5)).orElseThrow();
        assertThat(get(address)).isEqualTo("200 here it is");
        assertThat(get(URI.create(address.toString().replace("shown/a", "shown/b")))).startsWith("403");
        assertThat(get(URI.create(address.toString().replaceAll("\\?.*", "")))).startsWith("403");
    }

    @Test
    void a_wrong_key_is_a_failure_and_not_an_empty_store() {
        try (var wrong = new S3Objects(settings(server.url(), "another", BUCKET))) {
            assertThatThrownBy(() -> wrong.get("never/put")).isInstanceOf(ObjectStoreException.class);
            assertThatThrownBy(() -> wrong.exists("never/put")).isInstanceOf(ObjectStoreException.class);
            assertThatThrownBy(() -> wrong.put("a/b", new byte[] {1}, "text/plain"))
                    .isInstanceOf(ObjectStoreException.class).hasMessageNotContaining("another");
        }
    }

    @Test
    void a_bucket_that_is_not_there_is_a_failure_too() {
        try (var elsewhere = new S3Objects(settings(server.url(), S3Server.SECRET_KEY, "nowhere"))) {
            assertThatThrownBy(() -> elsewhere.get("never/put")).isInstanceOf(ObjectStoreException.class);
        }
    }

    @Test
    void a_server_that_does_not_answer_is_given_up() {
        var nobody = settings(URI.create("http://127.0.0.1:1"), S3Server.SECRET_KEY, BUCKET);
        try (var gone = new S3Objects(nobody)) {
            assertThatThrownBy(() -> gone.get("a/b")).isInstanceOf(ObjectStoreException.class);
        }
    }

    private static S3Settings settings(URI endpoint, String secret, String bucket) {
        return new S3Settings(endpoint, "auto", bucket, S3Server.ACCESS_KEY, secret, Duration.ofSeconds(20));
    }

    private static String get(URI address) throws Exception {
        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private static void makeBucket() {
        var credentials = AwsBasicCredentials.create(S3Server.ACCESS_KEY, S3Server.SECRET_KEY);
        try (var client = S3Client.builder().endpointOverride(server.url()).region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials)).forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder()).build()) {
            client.createBucket(request -> request.bucket(BUCKET));
        }
    }
}
