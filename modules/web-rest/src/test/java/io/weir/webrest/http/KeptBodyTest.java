package io.weir.webrest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptBodyTest {
    private final ByteArrayOutputStream client = new ByteArrayOutputStream();
    private final AtomicInteger tooLong = new AtomicInteger();
    private final KeptBody body = new KeptBody(client, tooLong::incrementAndGet);

    @Test
    void whatIsShortEnoughWaitsToBeStored() throws IOException {
        body.write(new byte[KeptBody.MOST]);
        body.flush();
        assertThat(body.isWhole()).isTrue();
        assertThat(client.size()).isZero();
        assertThat(body.toByteArray()).hasSize(KeptBody.MOST);
        assertThat(tooLong).hasValue(0);
    }

    @Test
    void whatIsLongerPassesOnWholeAndIsNotHeld() throws IOException {
        body.write(new byte[KeptBody.MOST]);
        body.write('x');
        body.write(new byte[7]);
        assertThat(body.isWhole()).isFalse();
        assertThat(client.size()).isEqualTo(KeptBody.MOST + 8);
        assertThat(body.toByteArray()).isEmpty();
        assertThat(tooLong).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/event-stream", "application/octet-stream"})
    void everyByteOfAnUpstreamsAnswerComesBack(String type) {
        var bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        var charset = StoredAnswers.charset(type);
        assertThat(new String(bytes, charset).getBytes(charset)).isEqualTo(bytes);
        assertThat(StoredAnswers.charset("application/problem+json")).isEqualTo(StandardCharsets.UTF_8);
    }
}
