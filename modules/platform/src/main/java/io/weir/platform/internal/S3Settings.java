package io.weir.platform.internal;

import io.weir.platform.api.Durations;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * A bucket and how to get at it: what {@code WEIR_S3_*} says, else what {@code CLOUDFLARE_R2_*} says. A set counts when
 * its bucket is given; then it has to be whole, because a store that is silently another one loses files.
 */
record S3Settings(URI endpoint, String region, String bucket, String accessKey, String secretKey, Duration timeout) {
    /** What R2 calls its only region, and other stores that have none accept. */
    private static final String NO_REGION = "auto";
    private static final Map<String, String> OURS = Map.of("endpoint", "WEIR_S3_ENDPOINT", "bucket", "WEIR_S3_BUCKET",
            "access", "WEIR_S3_ACCESS_KEY", "secret", "WEIR_S3_SECRET_KEY");
    private static final Map<String, String> CLOUDFLARE = Map.of("endpoint", "CLOUDFLARE_R2_ENDPOINT",
            "bucket", "CLOUDFLARE_R2_BUCKET_NAME", "access", "CLOUDFLARE_R2_ACCESS_KEY_ID",
            "secret", "CLOUDFLARE_R2_SECRET_ACCESS_KEY");

    static Optional<S3Settings> of(Config config) {
        return of(config, OURS).or(() -> of(config, CLOUDFLARE));
    }

    private static Optional<S3Settings> of(Config config, Map<String, String> names) {
        if (setting(config, names.get("bucket")).isEmpty()) {
            return Optional.empty();
        }
        Function<String, String> required = part -> setting(config, names.get(part)).orElseThrow(() ->
                new IllegalStateException(names.get(part) + " is missing beside " + names.get("bucket")));
        return Optional.of(new S3Settings(endpoint(names.get("endpoint"), required.apply("endpoint")),
                setting(config, "WEIR_S3_REGION").orElse(NO_REGION), required.apply("bucket"),
                required.apply("access"), required.apply("secret"),
                setting(config, "WEIR_S3_TIMEOUT").map(Durations::parse).orElse(Duration.ofSeconds(60))));
    }

    private static URI endpoint(String name, String text) {
        var endpoint = URI.create(text);
        if (endpoint.getHost() == null || !endpoint.getScheme().matches("https?")) {
            throw new IllegalStateException(name + " is not the address of a server: " + text);
        }
        return endpoint;
    }

    private static Optional<String> setting(Config config, String name) {
        return config.getOptionalValue(name, String.class).map(String::trim).filter(text -> !text.isEmpty());
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return endpoint + "/" + bucket;
    }
}
