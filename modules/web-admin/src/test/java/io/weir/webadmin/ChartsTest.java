package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.platform.api.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartsTest {
    @Test
    void aTitleCannotEndTheScriptThatThePictureIsIn() {
        String chart = Charts.days("</script><b>", List.of("1 Nov"), List.of(new BigDecimal("0.5000")));

        assertThat(chart).doesNotContain("<").contains("0.5");
        assertThat(Json.read(chart, Map.class).toString()).contains("</script><b>");
    }
}
