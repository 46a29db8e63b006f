package io.weir.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class S3SettingsTest {
    private static final Map<String, String> CLOUDFLARE = Map.of("CLOUDFLARE_R2_BUCKET_NAME", "r2",
            "CLOUDFLARE_R2_ENDPOINT", "https://1.r2.cloudflarestorage.com", "CLOUDFLARE_R2_ACCESS_KEY_ID", "id",
            "CLOUDFLARE_R2_SECRET_ACCESS_KEY", "very-secret");

    @Test
    void without_a_bucket_there_is_none() {
        assertThat(S3Settings.of(new MapConfig(Map.of()))).isEmpty();
        assertThat(S3Settings.of(new MapConfig(Map.of("WEIR_S3_BUCKET", "  ")))).isEmpty();
    }

    @Test
    void cloudflare_is_known_by_its_own_names() {
        var found = S3Settings.of(new MapConfig(CLOUDFLARE)).orElseThrow();
        assertThat(found.bucket()).isEqualTo("r2");
        assertThat(found.region()).isEqualTo("auto");
        assertThat(found.toString()).doesNotContain("very-secret");
    }

    @Test
    void our_own_names_win_and_have_to_be_whole() {
        var both = new HashMap<>(CLOUDFLARE);
        both.putAll(Map.of("WEIR_S3_BUCKET", "ours", "WEIR_S3_ENDPOINT", "http://minio:9000", "WEIR_S3_REGION", "eu"));
        assertThatThrownBy(() -> S3Settings.of(new MapConfig(both))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WEIR_S3_");
        both.putAll(Map.of("WEIR_S3_ACCESS_KEY", "a", "WEIR_S3_SECRET_KEY", "b"));
        var found = S3Settings.of(new MapConfig(both)).orElseThrow();
        assertThat(found.bucket()).isEqualTo("ours");
        assertThat(found.region()).isEqualTo("eu");
    }

    @Test
    void an_endpoint_is_the_address_of_a_server() {
        var wrong = new HashMap<>(CLOUDFLARE);
        wrong.put("CLOUDFLARE_R2_ENDPOINT", "r2.cloudflarestorage.com");
        assertThatThrownBy(() -> S3Settings.of(new MapConfig(wrong))).isInstanceOf(IllegalStateException.class);
    }
}
