package io.weir.specimens;

import java.time.Instant;

/** Asks the machine for the time. */
public class OwnTime {
    public Instant read() {
        return Instant.now();
    }
}
