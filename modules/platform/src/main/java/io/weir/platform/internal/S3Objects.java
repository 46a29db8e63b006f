package io.weir.platform.internal;

import io.weir.platform.api.ObjectStore;
import io.weir.platform.api.ObjectStoreException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Objects of a bucket of S3, R2 or whatever else speaks S3. Path style and checksums only where they are required: not
 * every store has host names for buckets or the newer checksums.
 */
final class S3Objects implements ObjectStore, AutoCloseable {
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);
    private static final Duration SILENT_AT_MOST = Duration.ofSeconds(20);
    private final String bucket;
    private final S3Client client;
    private final S3Presigner presigner;

    S3Objects(S3Settings settings) {
        bucket = settings.bucket();
        var credentials = StaticCredentialsProvider.create(
                AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
        var pathStyle = S3Configuration.builder().pathStyleAccessEnabled(true).build();
        client = S3Client.builder().endpointOverride(settings.endpoint()).region(Region.of(settings.region()))
                .credentialsProvider(credentials).serviceConfiguration(pathStyle)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(override -> override.apiCallTimeout(settings.timeout()))
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECTS_WITHIN)
                        .socketTimeout(SILENT_AT_MOST)).build();
        presigner = S3Presigner.builder().endpointOverride(settings.endpoint()).region(Region.of(settings.region()))
                .credentialsProvider(credentials).serviceConfiguration(pathStyle).build();
    }

    @Override
    public void put(String key, byte[] bytes, String mediaType) {
        put(key, RequestBody.fromBytes(bytes), mediaType);
    }

    @Override
    public void put(String key, Content content) {
        put(key, RequestBody.fromInputStream(content.bytes(), content.length()), content.mediaType());
    }

    @Override
    public Optional<Content> get(String key) {
        return found(key, () -> {
            var answer = client.getObject(request -> request.bucket(bucket).key(ObjectKey.checked(key)));
            return new Content(answer, answer.response().contentLength(), answer.response().contentType());
        });
    }

    @Override
    public boolean exists(String key) {
        return found(key, () -> client.headObject(request -> request.bucket(bucket).key(ObjectKey.checked(key))))
                .isPresent();
    }

    @Override
    public void delete(String key) {
        tried(key, () -> client.deleteObject(request -> request.bucket(bucket).key(ObjectKey.checked(key))));
    }

    @Override
    public List<Listed> list(String prefix, String after, int most) {
        var answer = tried(prefix, () -> client.listObjectsV2(request -> request.bucket(bucket).prefix(prefix)
                .startAfter(after.isEmpty() ? null : after).maxKeys(most)));
        return answer.contents().stream().map(one -> new Listed(one.key(), one.lastModified())).toList();
    }

    @Override
    public Optional<URI> presignedGet(String key, Duration validity) {
        var checked = ObjectKey.checked(key);
        return Optional.of(URI.create(presigner.presignGetObject(presign -> presign.signatureDuration(validity)
                .getObjectRequest(get -> get.bucket(bucket).key(checked))).url().toString()));
    }

    @Override
    public void close() {
        presigner.close();
        client.close();
    }

    private void put(String key, RequestBody body, String mediaType) {
        tried(key, () -> client.putObject(request -> request.bucket(bucket).key(ObjectKey.checked(key))
                .contentType(mediaType), body));
    }

    private <T> Optional<T> found(String key, Supplier<T> call) {
        return Optional.ofNullable(tried(key, () -> {
            try {
                return call.get();
            } catch (NoSuchKeyException nothing) {
                return null;
            }
        }));
    }

    private <T> T tried(String key, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new ObjectStoreException("object store " + bucket + " failed on " + key, e);
        }
    }
}
