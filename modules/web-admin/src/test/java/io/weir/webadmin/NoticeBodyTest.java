package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeBodyTest {
    private static String readable(String body) {
        return NoticeBody.readable(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void json_is_indented() {
        assertThat(readable("{\"type\":\"paid\",\"data\":{\"amount\":[4900]}}").lines().map(String::stripTrailing))
                .containsExactly("{", "  \"type\" : \"paid\",", "  \"data\" : {", "    \"amount\" : [ 4900 ]", "  }",
                        "}");
    }

    @Test
    void numbers_and_repeated_members_stay_as_the_gateway_wrote_them() {
        assertThat(readable("{\"n\":12345678901234567890.10,\"a\":1,\"a\":2,\"ü\":\"đ\"}"))
                .contains("12345678901234567890.10", "\"a\" : 1", "\"a\" : 2", "\"ü\" : \"đ\"");
    }

    @Test
    void a_form_is_one_field_a_line_and_decoded() {
        assertThat(readable("alert_name=payment_succeeded&email=a%40b.example&p_signature=x%3D%3D&empty="))
                .isEqualTo("alert_name = payment_succeeded\nemail = a@b.example\np_signature = x==\nempty = ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"half\":", "a sentence = no form", "a=%zz", "<xml a=\"b\"/>", "[1,2", "{} trailing"})
    void what_is_neither_is_shown_as_it_came(String body) {
        assertThat(readable(body).replace(" = ", "=")).isEqualTo(body.replace(" = ", "="));
    }

    @Test
    void a_form_of_very_many_fields_is_read_too() {
        assertThat(readable("a=1&".repeat(100_000) + "b=2")).endsWith("\nb = 2");
    }
}
