import type { OfficePackage } from "../../office/package/open-package";
import { at, childOf, descendants, type XmlElement } from "../../xml/xml-element";
import type { SlideItem } from "../slide";

export type Place = Omit<SlideItem, "text">;

/** The place of a shape; undefined where it takes that of its layout. */
export function placeOf(shape: XmlElement): Place | undefined {
  const properties = childOf(shape, "p:spPr", "p:grpSpPr");
  const transform = childOf(properties, "a:xfrm") ?? childOf(shape, "p:xfrm");
  const offset = childOf(transform, "a:off")?.attributes;
  const size = childOf(transform, "a:ext")?.attributes;
  if (!offset) return undefined;
  return {
    x: Number(offset.x) || 0,
    y: Number(offset.y) || 0,
    width: Number(size?.cx) || 0,
    height: Number(size?.cy) || 0,
  };
}

/** `type` is "body" where a placeholder names none. */
export function placeholderOf(shape: XmlElement): { type: string; index: string } | undefined {
  const holder = descendants(childOf(shape, "p:nvSpPr", "p:nvPicPr", "p:nvGraphicFramePr"), "p:ph")[0];
  return holder && { type: holder.attributes.type ?? "body", index: holder.attributes.idx ?? "" };
}

/** Where a layout and its master put what a slide places nowhere itself. */
export interface Layout {
  place(holder: { type: string; index: string }): Place | undefined;
}

export function createLayouts(file: OfficePackage): (slide: string) => Promise<Layout> {
  const known = new Map<string, Promise<Layout>>();
  const target = async (path: string, type: string) =>
    (await file.relationships(path)).find((relationship) => relationship.type === type)?.target;
  return async (slide) => {
    const layout = await target(slide, "slideLayout");
    if (layout === undefined) return { place: () => undefined };
    const reading = known.get(layout) ?? readLayout(file, [layout, await target(layout, "slideMaster")]);
    known.set(layout, reading);
    return reading;
  };
}

async function readLayout(file: OfficePackage, paths: readonly (string | undefined)[]): Promise<Layout> {
  const places = new Map<string, Place>();
  for (const path of paths) {
    const shapes = descendants(at(await file.part(path), "p:cSld", "p:spTree"), "p:sp");
    for (const shape of shapes) {
      const [holder, place] = [placeholderOf(shape), placeOf(shape)];
      if (!holder || !place) continue;
      for (const key of [`#${holder.index}`, holder.type]) if (!places.has(key)) places.set(key, place);
    }
  }
  return {
    place: ({ type, index }) => (index === "" ? undefined : places.get(`#${index}`)) ?? places.get(type),
  };
}
