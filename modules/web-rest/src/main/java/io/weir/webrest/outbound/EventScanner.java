package io.weir.webrest.outbound;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Reads the {@code data} of server-sent events out of a body that passes. Lines may end in CR, LF or both, and pieces
 * be cut anywhere. An event longer than 1 MiB is passed over.
 */
public final class EventScanner implements StreamWatch {
    private static final int LONGEST = 1 << 20;
    private static final String DONE = "[DONE]";

    private final Consumer<String> event;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private boolean afterReturn;
    private boolean tooLong;
    private boolean hasData;
    private boolean done;

    public EventScanner(Consumer<String> event) {
        this.event = event;
    }

    @Override
    public boolean seen(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            take(bytes[i]);
        }
        return done;
    }

    /** A last event without its empty line counts: its sender was cut off, not silent. */
    @Override
    public void end() {
        if (line.size() > 0) {
            endOfLine();
        }
        dispatch();
    }

    private void take(byte one) {
        boolean second = one == '\n' && afterReturn;
        afterReturn = one == '\r';
        if (second) {
            return;
        }
        if (one == '\n' || one == '\r') {
            endOfLine();
        } else if (line.size() < LONGEST) {
            line.write(one);
        } else {
            tooLong = true;
        }
    }

    private void endOfLine() {
        var text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.isEmpty()) {
            dispatch();
        } else if (text.startsWith("data:")) {
            add(text.substring(text.startsWith("data: ") ? 6 : 5));
        }
    }

    private void add(String value) {
        if (hasData) {
            data.append('\n');
        }
        hasData = true;
        tooLong |= data.length() + value.length() > LONGEST;
        if (!tooLong) {
            data.append(value);
        }
        done |= value.equals(DONE);
    }

    private void dispatch() {
        var whole = data.toString();
        boolean complete = hasData && !tooLong;
        data.setLength(0);
        hasData = false;
        tooLong = false;
        if (complete && !whole.equals(DONE)) {
            event.accept(whole);
        }
    }
}
