package io.weir.systemtests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The wire between a server and its database, which a test can stop at one statement of one transaction: the server
 * waits there for as long as it lives, because the statement is not passed on, or because its answer is not.
 */
public final class DatabaseWire implements AutoCloseable {
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Stop> stops = new CopyOnWriteArrayList<>();
    private volatile int databasePort;

    public DatabaseWire() {
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Where a stopped statement is: not yet with the database, or done there. */
    public enum Side { BEFORE, AFTER }

    /** The address of the database, by way of this wire. */
    String leadingTo(String databaseUrl, int port) {
        databasePort = port;
        return databaseUrl.replace(":" + port + "/", ":" + door.getLocalPort() + "/");
    }

    /**
     * Stops the first connection that comes to a statement with these words in a transaction in which the other words
     * were said before, or are said now. It stops nobody after that.
     */
    public Stop stop(Side side, String statement, String saidInTransaction) {
        var stop = new Stop(side, statement, saidInTransaction);
        stops.add(stop);
        return stop;
    }

    private void accept() {
        try {
            while (true) {
                var server = door.accept();
                var database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
                server.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                var line = new DatabaseLine(server, database, stops);
                threads.execute(line::passStatements);
                threads.execute(line::passAnswers);
            }
        } catch (SocketException closed) {
            threads.shutdown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A place where one connection waits. */
    public static final class Stop {
        final Side side;
        private final String statement;
        private final String said;
        private final AtomicBoolean taken = new AtomicBoolean();
        private final CountDownLatch reached = new CountDownLatch(1);

        private Stop(Side side, String statement, String said) {
            this.side = side;
            this.statement = statement;
            this.said = said;
        }

        boolean takes(String now, StringBuilder transaction) {
            return now.contains(statement) && transaction.indexOf(said) >= 0 && taken.compareAndSet(false, true);
        }

        void reached() {
            reached.countDown();
        }

        /** Until the server provably waits there: the statement is held back, or the database has answered it. */
        public void await() throws InterruptedException {
            if (!reached.await(2, TimeUnit.MINUTES)) {
                throw new AssertionError("nobody came to " + this);
            }
        }

        @Override
        public String toString() {
            return side + " " + statement + " of " + said;
        }
    }
}
