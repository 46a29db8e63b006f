package io.weir.metering.api;

import io.weir.kernel.api.Refusal;
import java.util.regex.Pattern;

/** The name of a meter: {@code calls}, {@code tokens}, {@code credits}. */
public record MeterKey(String value) {
    // Before the constants: their constructor needs it.
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_.-]{0,63}");
    public static final MeterKey CALLS = new MeterKey("calls");
    public static final MeterKey TOKENS = new MeterKey("tokens");
    public static final MeterKey CREDITS = new MeterKey("credits");

    public MeterKey {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw Refusal.invalidField("meter", "BAD_METER").asException();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
