package io.weir.systemtests.harness;

import io.weir.systemtests.harness.DatabaseWire.Side;
import io.weir.systemtests.harness.DatabaseWire.Stop;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * One connection of a {@link DatabaseWire}. Once it is stopped, nothing passes until the server's end is closed. It
 * reads MariaDB's protocol as far as that takes: packets of a length and a number, queries as text.
 */
final class DatabaseLine {
    private static final int QUERY = 3;
    private static final Set<String> ENDS = Set.of("COMMIT", "ROLLBACK");
    /** Connections that commit each statement by itself never say that they do. */
    private static final int LONGEST = 1 << 20;
    private final Socket server;
    private final Socket database;
    private final List<Stop> stops;
    private final StringBuilder transaction = new StringBuilder();
    private volatile Stop stoppedAt;

    DatabaseLine(Socket server, Socket database, List<Stop> stops) {
        this.server = server;
        this.database = database;
        this.stops = stops;
    }

    void passStatements() {
        try (server; database) {
            var in = new DataInputStream(new BufferedInputStream(server.getInputStream()));
            while (true) {
                byte[] packet = read(in);
                if (isToPass(packet)) {
                    database.getOutputStream().write(packet);
                }
            }
        } catch (EOFException | SocketException closed) {
            // One of the two is gone, and both ends are closed by now.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(DataInputStream in) throws IOException {
        byte[] head = new byte[4];
        in.readFully(head);
        int length = head[0] & 0xff | (head[1] & 0xff) << 8 | (head[2] & 0xff) << 16;
        byte[] packet = new byte[4 + length];
        System.arraycopy(head, 0, packet, 0, 4);
        in.readFully(packet, 4, length);
        return packet;
    }

    private boolean isToPass(byte[] packet) {
        if (stoppedAt != null) {
            return false;
        }
        if (packet.length < 5 || packet[3] != 0 || packet[4] != QUERY) {
            return true;
        }
        var now = new String(packet, 5, packet.length - 5, StandardCharsets.UTF_8);
        transaction.append(now).append('\n');
        stops.stream().filter(stop -> stop.takes(now, transaction)).findFirst().ifPresent(this::stopAt);
        if (ENDS.contains(now) || transaction.length() > LONGEST) {
            transaction.setLength(0);
        }
        return stoppedAt == null || stoppedAt.side == Side.AFTER;
    }

    private void stopAt(Stop stop) {
        stoppedAt = stop;
        if (stop.side == Side.BEFORE) {
            stop.reached();
        }
    }

    void passAnswers() {
        try (server; database) {
            byte[] some = new byte[1 << 14];
            int length = database.getInputStream().read(some);
            while (length >= 0) {
                if (stoppedAt == null) {
                    server.getOutputStream().write(some, 0, length);
                } else {
                    stoppedAt.reached();
                }
                length = database.getInputStream().read(some);
            }
        } catch (SocketException closed) {
            // One of the two is gone, and both ends are closed by now.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
