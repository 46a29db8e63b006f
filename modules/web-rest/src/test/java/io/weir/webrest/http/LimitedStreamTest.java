package io.weir.webrest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.kernel.api.RefusedException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitedStreamTest {
    @Test
    void passesOnWhatFits() throws IOException {
        assertThat(limited(10, 10).readAllBytes()).hasSize(10);
        var single = limited(3, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(single.read()).isEqualTo('a');
        }
        assertThat(single.read()).isEqualTo(-1);
    }

    @Test
    void refusesTheFirstByteTooMany() {
        assertThatThrownBy(() -> limited(11, 10).readAllBytes()).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> {
            var single = limited(4, 3);
            for (int i = 0; i < 4; i++) {
                single.read();
            }
        }).isInstanceOf(RefusedException.class);
    }

    @Test
    void isTooLargeAlsoWhenTheJsonReaderMeetsIt() {
        var body = "[" + "1,".repeat(50_000) + "1]";
        try (var stream = new LimitedStream(new Plain(body.getBytes()), 10_000)) {
            StrictJson.mapper().readValue(stream, JsonNode.class);
            throw new AssertionError("was read");
        } catch (IOException | RuntimeException e) {
            assertThat(Failures.of(e).status()).isEqualTo(413);
        }
    }

    private static LimitedStream limited(int size, long most) {
        return new LimitedStream(new Plain("a".repeat(size).getBytes()), most);
    }

    private static final class Plain extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Plain(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
