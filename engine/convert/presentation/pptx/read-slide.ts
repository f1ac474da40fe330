import type { LeftOut } from "../../office/left-out";
import { oneLine } from "../../office/markdown/markdown-writer";
import { mergeCellsDown } from "../../office/markdown/merge-cells-down";
import { writeTable } from "../../office/markdown/write-table";
import type { OfficePackage, Relationship } from "../../office/package/open-package";
import { readChart } from "../../office/package/read-chart";
import { readDiagram } from "../../office/package/read-diagram";
import { escapeMarkdown } from "../../text/escape-markdown";
import { at, childOf, descendants, elementsIn, type XmlElement } from "../../xml/xml-element";
import type { Slide, SlideItem } from "../slide";
import { drawingText } from "./drawing-text";
import { type Layout, type Place, placeholderOf, placeOf } from "./placeholders";
import { type CommentAuthors, readSlideComments } from "./read-slide-comments";

export interface ReadSlideDeps {
  readonly file: OfficePackage;
  readonly layout: Layout;
  readonly authors: CommentAuthors;
  readonly leftOut: LeftOut;
  /** The footers of the slides, once each. */
  readonly footers: Set<string>;
}

interface Context extends ReadSlideDeps {
  readonly relationships: readonly Relationship[];
  readonly items: SlideItem[];
  title: string;
}

const NOWHERE: Place = { x: 0, y: 0, width: 0, height: 0 };

export async function readSlide(path: string, deps: ReadSlideDeps): Promise<Slide> {
  const { file } = deps;
  const root = await file.part(path);
  const relationships = await file.relationships(path);
  const context: Context = { ...deps, relationships, items: [], title: "" };
  await readShapes(at(root, "p:cSld", "p:spTree"), context, (place) => place);
  return {
    title: context.title,
    isHidden: root?.attributes.show === "0" || root?.attributes.show === "false",
    items: context.items,
    notes: await readNotes(context),
    comments: await readSlideComments(context),
  };
}

type Transform = (place: Place) => Place;

async function readShapes(
  tree: XmlElement | undefined,
  context: Context,
  transform: Transform,
): Promise<void> {
  for (const shape of elementsIn(tree)) {
    if (shape.name === "p:grpSp") await readShapes(shape, context, groupTransform(shape, transform));
    else if (shape.name === "mc:AlternateContent")
      await readShapes(childOf(shape, "mc:Choice") ?? childOf(shape, "mc:Fallback"), context, transform);
    else await readShape(shape, context, transform);
  }
}

/** Shapes of a group are placed in the group's own measure. */
function groupTransform(group: XmlElement, outer: Transform): Transform {
  const place = placeOf(group);
  const transform = at(group, "p:grpSpPr", "a:xfrm");
  const offset = childOf(transform, "a:chOff")?.attributes;
  const size = childOf(transform, "a:chExt")?.attributes;
  if (!place || !offset || !size) return outer;
  const [scaleX, scaleY] = [place.width / (Number(size.cx) || 1), place.height / (Number(size.cy) || 1)];
  return ({ x, y, width, height }) =>
    outer({
      x: place.x + (x - Number(offset.x)) * scaleX,
      y: place.y + (y - Number(offset.y)) * scaleY,
      width: width * scaleX,
      height: height * scaleY,
    });
}

async function readShape(shape: XmlElement, context: Context, transform: Transform): Promise<void> {
  const holder = placeholderOf(shape);
  if (holder && /^(?:dt|sldNum|hdr)$/.test(holder.type)) return;
  const text = await shapeText(shape, context, holder?.type);
  if (text === "") return;
  if (holder?.type === "ftr") context.footers.add(oneLine(text));
  else if (holder && /^(?:title|ctrTitle)$/.test(holder.type) && context.title === "")
    context.title = oneLine(text);
  else {
    const own = placeOf(shape);
    const place = own ? transform(own) : ((holder && context.layout.place(holder)) ?? NOWHERE);
    context.items.push({ ...place, text });
  }
}

async function shapeText(shape: XmlElement, context: Context, type: string | undefined): Promise<string> {
  const { relationships } = context;
  if (shape.name === "p:pic") return pictureText(shape, context);
  if (shape.name === "p:graphicFrame") return graphicText(shape, context);
  const hasBullets = type === "body" || type === "obj";
  return drawingText(childOf(shape, "p:txBody"), { relationships, hasBullets });
}

function pictureText(picture: XmlElement, { leftOut }: Context): string {
  const media = descendants(childOf(picture, "p:nvPicPr"), "a:videoFile", "a:audioFile", "a:wavAudioFile")[0];
  leftOut.add(media === undefined ? "picture" : media.name === "a:videoFile" ? "video" : "sound");
  return description(picture);
}

function description(shape: XmlElement): string {
  const { descr = "" } = descendants(shape, "p:cNvPr")[0]?.attributes ?? {};
  return descr.trim() === "" ? "" : `Picture: ${escapeMarkdown(oneLine(descr))}`;
}

async function graphicText(frame: XmlElement, context: Context): Promise<string> {
  const { file, relationships, leftOut } = context;
  const data = at(frame, "a:graphic", "a:graphicData");
  const part = (id: string | undefined) => file.part(relationships.find((part) => part.id === id)?.target);
  const table = childOf(data, "a:tbl");
  if (table) return tableText(table, context);
  const chart = childOf(data, "c:chart");
  if (chart) return readChart(await part(chart.attributes["r:id"]));
  const diagram = childOf(data, "dgm:relIds");
  if (diagram) return readDiagram(await part(diagram.attributes["r:dm"]));
  leftOut.add("embedded object");
  return description(frame);
}

function tableText(table: XmlElement, { relationships }: Context): string {
  const rows = elementsIn(table).filter(({ name }) => name === "a:tr");
  const cells = rows.map((row) =>
    elementsIn(row)
      .filter(
        ({ name, attributes }) =>
          name === "a:tc" && attributes.hMerge !== "1" && attributes.hMerge !== "true",
      )
      .map((cell) => ({
        text: drawingText(childOf(cell, "a:txBody"), { relationships }),
        colSpan: Number(cell.attributes.gridSpan ?? 1) || 1,
        continues: cell.attributes.vMerge === "1" || cell.attributes.vMerge === "true",
      })),
  );
  const isMarked = childOf(table, "a:tblPr")?.attributes.firstRow === "1";
  return writeTable(mergeCellsDown(cells), { headerRows: isMarked && !hasSpans(rows[0]) ? 1 : 0 });
}

/** Names that span columns have names of their own below. */
function hasSpans(row: XmlElement | undefined): boolean {
  return elementsIn(row).some(({ attributes }) => Number(attributes.gridSpan ?? 1) > 1);
}

/** What the page of notes shows beside the notes: the slide, the number and the date. */
const NOT_NOTES = new Set(["sldImg", "sldNum", "hdr", "ftr", "dt"]);

async function readNotes({ file, relationships }: Context): Promise<string> {
  const path = relationships.find(({ type }) => type === "notesSlide")?.target;
  const shapes = descendants(at(await file.part(path), "p:cSld", "p:spTree"), "p:sp");
  const texts = shapes
    .filter((shape) => !NOT_NOTES.has(placeholderOf(shape)?.type ?? ""))
    .map((shape) => drawingText(childOf(shape, "p:txBody"), { relationships }));
  return texts.filter(Boolean).join("\n\n");
}
