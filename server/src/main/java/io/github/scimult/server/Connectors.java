package io.github.scimult.server;

import io.github.scimult.server.config.ServerSettings;
import io.javalin.config.JavalinConfig;
import java.util.Optional;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Where a server listens: for its clients, by TLS or not, and perhaps at another port for those who watch it. */
final class Connectors {
    private final ServerSettings settings;
    private final Optional<SslContextFactory.Server> tls;
    private ServerConnector forMetrics;

    /** @param encryption null for plain HTTP */
    Connectors(ServerSettings settings, Encryption encryption) {
        this.settings = settings;
        this.tls = Optional.ofNullable(encryption).map(Connectors::context);
    }

    private static SslContextFactory.Server context(Encryption encryption) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        setCertificates(context, encryption);
        return context;
    }

    private static void setCertificates(SslContextFactory context, Encryption encryption) {
        context.setKeyStore(encryption.certificates());
        context.setKeyStorePassword(encryption.password());
    }

    void install(JavalinConfig javalin) {
        javalin.jetty.addConnector(this::forClients);
        if (settings.metricsPort().isPresent()) {
            javalin.jetty.addConnector(this::forMetrics);
        }
    }

    private Connector forClients(Server server, HttpConfiguration http) {
        if (tls.isEmpty()) {
            return listening(new ServerConnector(server, new HttpConnectionFactory(http)), settings.port());
        }
        HttpConfiguration secure = new HttpConfiguration(http);
        SecureRequestCustomizer customizer = new SecureRequestCustomizer();
        customizer.setSniHostCheck(false); // a machine is asked by its address, too
        secure.addCustomizer(customizer);
        SslConnectionFactory encrypting = new SslConnectionFactory(tls.get(), HttpVersion.HTTP_1_1.asString());
        return listening(new ServerConnector(server, encrypting, new HttpConnectionFactory(secure)), settings.port());
    }

    private Connector forMetrics(Server server, HttpConfiguration http) {
        forMetrics = listening(
                new ServerConnector(server, new HttpConnectionFactory(http)),
                settings.metricsPort().orElseThrow());
        return forMetrics;
    }

    private ServerConnector listening(ServerConnector connector, int port) {
        connector.setHost(settings.host());
        connector.setPort(port);
        connector.setIdleTimeout(settings.connections().idleMillis());
        // Java's default of 50 would have a crowd that comes at once wait for seconds, until it asks again.
        connector.setAcceptQueueSize(settings.connections().max());
        return connector;
    }

    /** The port of those who watch the server; empty if it is that of the clients. */
    Optional<Integer> metricsPort() {
        return Optional.ofNullable(forMetrics).map(ServerConnector::getLocalPort);
    }

    /** Takes other certificates for new connections. */
    void change(Encryption encryption) {
        try {
            tls.orElseThrow().reload(context -> setCertificates(context, encryption));
        } catch (Exception unusable) {
            throw new IllegalArgumentException("the certificates cannot be used: " + unusable.getMessage(), unusable);
        }
    }
}
