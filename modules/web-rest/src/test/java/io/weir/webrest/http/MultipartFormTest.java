package io.weir.webrest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFormTest {
    private static final String TYPE = "multipart/form-data; boundary=xyz";

    @Test
    void fields_and_files_come_in_order_and_byte_for_byte() {
        var form = "--xyz\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
                + "--xyz\r\nContent-Type: image/png\r\ncontent-disposition: form-data; name=\"file\"; "
                + "filename=\"bi\u00ean lai \\\"1\\\".png\"\r\n\r\n\u0000\r\n--xy\r\n\u0001\r\n--xyz--\r\nwhat follows";
        var parts = MultipartForm.read(TYPE, form.getBytes(StandardCharsets.UTF_8));
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).fileName()).isEmpty();
        assertThat(parts.get(0).bytes()).asString().isEqualTo("hello");
        assertThat(parts.get(1).fileName()).contains("biên lai \"1\".png");
        assertThat(parts.get(1).bytes()).asString().isEqualTo("\u0000\r\n--xy\r\n\u0001");
    }

    @Test
    void a_boundary_may_be_quoted_and_a_file_empty() {
        var form = "preamble\r\n--a b\r\nContent-Disposition: form-data; name=f; filename=x.csv\r\n\r\n\r\n--a b--";
        var parts = MultipartForm.read("Multipart/Form-Data; charset=utf-8; boundary=\"a b\"", form.getBytes());
        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.fileName()).contains("x.csv");
            assertThat(part.bytes()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no form", "--xyz", "--xyz\r\n\r\n", "--xyz\r\nContent-Disposition: form-data; name=a",
        "--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\nnever ended", "--xyz\r\nno: header\r\n\r\nx\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=a\r\n--xyz--\r\n\r\n"})
    void what_is_no_form_is_refused(String body) {
        assertThatThrownBy(() -> MultipartForm.read(TYPE, body.getBytes())).hasMessage("MALFORMED_BODY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "text/csv; boundary=xyz"})
    void so_is_one_without_a_boundary(String type) {
        assertThatThrownBy(() -> MultipartForm.read(type, "--xyz--".getBytes())).hasMessage("MALFORMED_BODY");
        assertThatThrownBy(() -> MultipartForm.read(null, "--xyz--".getBytes())).hasMessage("MALFORMED_BODY");
    }

    @Test
    void a_thousand_parts_are_no_form_of_ours() {
        var part = "--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n";
        assertThatThrownBy(() -> MultipartForm.read(TYPE, (part.repeat(1000) + "--xyz--").getBytes()))
                .hasMessage("MALFORMED_BODY");
    }
}
