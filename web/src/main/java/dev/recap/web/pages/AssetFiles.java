package dev.recap.web.pages;

import dev.recap.web.assets.Assets;
import dev.recap.web.route.Access;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;

/** Style, scripts and pictures. */
final class AssetFiles implements Section {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  @Override
  public void addTo(Routes routes) {
    routes.plain(Assets.PATH + "{file}", Access.ANYONE, AssetFiles::send);
  }

  private static void send(Visit visit) {
    Assets.Asset asset =
        Assets.served(visit.path("file"))
            .orElseThrow(() -> Refusal.notFound("there is no such file"));
    visit.context().header("Cache-Control", FOR_EVER);
    visit.send(200, asset.contentType(), asset.bytes());
  }
}
