package io.weir.webrest.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckoutTest {
    @Test
    void nothingThatATenantWritesBecomesMarkup() {
        assertThat(SandboxPage.escaped("<b onload='x'>\"&amp;\"</b>"))
                .isEqualTo("&lt;b onload=&#39;x&#39;&gt;&quot;&amp;amp;&quot;&lt;/b&gt;");
    }

    @Test
    void readsAForm() {
        assertThat(FormBody.parse("outcome=succeed&note=a+b%21&outcome=cancel&&=x&broken=%zz"))
                .isEqualTo(Map.of("outcome", "succeed", "note", "a b!", "broken", "%zz"));
        assertThat(FormBody.parse("")).isEmpty();
    }

    @Test
    void readsTheSameOutOfJson() throws IOException {
        var body = "{\"outcome\":\"succeed\",\"script\":{\"delay\":3,\"lost\":true}}";
        assertThat(JsonForm.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Map.of("outcome", "succeed", "delay", "3", "lost", "true"));
        for (var none : List.of("", "null", "[]", "\"succeed\"")) {
            assertThatThrownBy(() -> JsonForm.read(new ByteArrayInputStream(none.getBytes(StandardCharsets.UTF_8))))
                    .hasMessage("MALFORMED_BODY");
        }
    }

    @ParameterizedTest
    @CsvSource({"application/json, true", "'text/html,application/json', false", "*/*, false", ", false"})
    void onlyProgramsAreAnsweredInJson(String accept, boolean json) {
        assertThat(SandboxCheckoutServlet.prefersJson(accept)).isEqualTo(json);
    }
}
