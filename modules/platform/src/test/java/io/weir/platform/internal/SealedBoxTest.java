package io.weir.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SealedBoxTest {
    private static final byte[] PLAIN = "sk_live_secret".getBytes(StandardCharsets.UTF_8);
    private final SealedBox box = new SealedBox(key(1));

    @Test
    void whatIsSealedOpensUnderTheSameKeyAndContext() {
        assertThat(box.open(box.seal(PLAIN, "key/1"), "key/1")).isEqualTo(PLAIN);
        assertThat(new SealedBox(key(1)).open(box.seal(PLAIN, "key/1"), "key/1")).isEqualTo(PLAIN);
        assertThat(box.open(box.seal(new byte[0], "key/1"), "key/1")).isEmpty();
    }

    @Test
    void theSameValueIsNeverSealedAlike() {
        assertThat(box.seal(PLAIN, "key/1")).isNotEqualTo(box.seal(PLAIN, "key/1"));
        assertThat(new String(box.seal(PLAIN, "key/1"), StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void itCannotBeMovedToAnotherContext() {
        var sealed = box.seal(PLAIN, "key/1");
        assertThatThrownBy(() -> box.open(sealed, "key/2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherMasterKeyIsNamedAsTheReason() {
        var sealed = box.seal(PLAIN, "key/1");
        assertThatThrownBy(() -> new SealedBox(key(2)).open(sealed, "key/1"))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("another master key");
    }

    @Test
    void everyChangedBitIsNoticed() {
        var sealed = box.seal(PLAIN, "key/1");
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            var changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> box.open(changed, "key/1")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void everyTruncationIsNoticed() {
        var sealed = box.seal(PLAIN, "key/1");
        for (int length = 0; length < sealed.length; length++) {
            var cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> box.open(cut, "key/1")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void derivedKeysAreStableAndDifferByPurposeAndMasterKey() {
        assertThat(box.derive("cookies")).hasSize(32).isEqualTo(new SealedBox(key(1)).derive("cookies"));
        assertThat(box.derive("cookies")).isNotEqualTo(box.derive("webhooks"))
                .isNotEqualTo(new SealedBox(key(2)).derive("cookies"));
    }

    @Test
    void aShortMasterKeyIsRefused() {
        assertThatThrownBy(() -> new SealedBox(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }

    /** RFC 5869, appendix A.3: no salt, no info; the first 32 bytes of its 42. */
    @Test
    void derivationIsHkdf() {
        var secret = new byte[22];
        Arrays.fill(secret, (byte) 0x0b);
        assertThat(HexFormat.of().formatHex(Hkdf.derive(secret, new byte[0], "")))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
    }

    private static byte[] key(int fill) {
        var key = new byte[SealedBox.MASTER_KEY_BYTES];
        Arrays.fill(key, (byte) fill);
        return key;
    }
}
